package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.provider.LiveTarget;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Verifies every pact with the handlers in JavaScript and Python, by both implementations of Pact.
 * The gateway is the replay server that selects a response by the id in the request, so that a
 * request with the id of the pact instead of the handler's fails.
 */
class StateHandlersNodeCheck {

  private static final RepositoryLayout CHECKOUT = RepositoryLayout.find();
  private static final Path HANDLERS = CHECKOUT.pacts().resolve("handlers");

  private static NodePackages packages;

  private final ContractCases cases = ContractCases.read(CHECKOUT);

  @BeforeAll
  static void install() throws Exception {
    packages = NodePackages.installOrSkip();
  }

  @Test
  void javaScriptHandlersServeEveryProvider() throws Exception {
    try (StateHandlerProcess handlers =
        StateHandlerProcess.start(packages.node().toString(), HANDLERS.resolve("states.mjs"))) {
      assertEveryPactIsKept(handlers.url());
    }
  }

  @Test
  void pythonHandlersServeEveryProvider() throws Exception {
    assumeTrue(isInstalled("python3"), "not run: python3 is not installed");
    try (StateHandlerProcess handlers =
        StateHandlerProcess.start("python3", HANDLERS.resolve("states.py"))) {
      assertEveryPactIsKept(handlers.url());
    }
  }

  /** The control: without an id from the handler, Rust requests the id of the pact. */
  @Test
  void refusesGatewayWhoseHandlersReturnNoId() throws Exception {
    try (StubProviderServer handlers = new StubProviderServer();
        ReplayServer gateway = startGateway(cases.catalogue().provider("chainhub-openai"))) {
      URI states = handlers.respondWith(ProviderResponse.json(200, "{}"));
      Path pact = PactFiles.forProvider(CHECKOUT, "chainhub-openai").get(0);

      assertThat(
              new RustPact(packages)
                  .verify(pact, "chainhub-openai", gateway.baseUrl(), states)
                  .get("a request for a finished task by retrieveVideo"))
          .anyMatch(mismatch -> mismatch.startsWith("$.status: Expected 'pending' to match "));
    }
  }

  private void assertEveryPactIsKept(URI states) throws Exception {
    for (ContractProvider provider : cases.catalogue().providers()) {
      try (ReplayServer gateway = startGateway(provider)) {
        LiveTarget target =
            LiveTarget.of(gateway.baseUrl(), "a-token", Map.of())
                .withStateChange(states, ExchangeLimits.DEFAULTS);
        for (Path pact : PactFiles.forProvider(CHECKOUT, provider.id())) {
          assertThat(new PactVerifier().verify(pact, target))
              .hasSize(6)
              .allMatch(outcome -> outcome.status() == Status.VERIFIED);
          assertThat(
                  new RustPact(packages)
                      .verify(pact, provider.id(), gateway.baseUrl(), states)
                      .values())
              .hasSize(6)
              .allMatch(List::isEmpty);
        }
      }
    }
  }

  private ReplayServer startGateway(ContractProvider provider) {
    return ReplayServer.start(cases.forProvider(provider));
  }

  private static boolean isInstalled(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

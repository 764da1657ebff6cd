package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.testkit.StubProviderServer;
import io.github.videotasks.contract.verification.BuildReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verifies every pact against the replay with Pact's implementation in Rust. */
class RustPactNodeCheck implements AgreedDifferencesTests {

  private static final RepositoryLayout CHECKOUT = RepositoryLayout.find();
  private static final List<CheckedInteraction> RESULTS = new ArrayList<>();

  @BeforeAll
  static void verify() throws Exception {
    RustPact pact = new RustPact(NodePackages.installOrSkip());
    ContractCases cases = ContractCases.read(CHECKOUT);
    for (ContractProvider provider : cases.catalogue().providers()) {
      try (ReplayServer replay = ReplayServer.start(cases.forProvider(provider))) {
        for (Path file : PactFiles.forProvider(CHECKOUT, provider.id())) {
          String consumer =
              file.getFileName().toString().replace("-" + provider.id() + ".json", "");
          pact.verify(file, provider.id(), replay.baseUrl(), replay.stateChangeUrl())
              .forEach(
                  (interaction, mismatches) ->
                      RESULTS.add(
                          new CheckedInteraction(
                              Checks.PACT_RUST,
                              provider.id() + ".md",
                              consumer + ": " + interaction,
                              provider.id(),
                              interaction,
                              consumer,
                              mismatches)));
        }
      }
    }
    BuildReport.submit(
        inputs ->
            inputs.putCheckResults(
                "pact-rust", RESULTS.stream().map(result -> result.toResult(KNOWN)).toList()));
  }

  @Test
  void verifiesEveryInteractionOfEveryPact() {
    assertThat(RESULTS).hasSize(10 * 6);
  }

  /** The control: it refuses a status that is a number. */
  @Test
  void refusesChangedStatus() throws Exception {
    RustPact pact = new RustPact(NodePackages.installOrSkip());
    Path file = PactFiles.forProvider(CHECKOUT, "chainhub-grok").get(0);
    try (StubProviderServer host = new StubProviderServer()) {
      URI url = host.respondWith(ProviderResponse.json(200, "{\"id\":\"t\",\"status\":7}"));
      Map<String, List<String>> mismatches = pact.verify(file, "chainhub-grok", url, url);

      assertThat(mismatches.get("a request for a waiting task by queryVideoTask"))
          .anyMatch(mismatch -> mismatch.startsWith("$.status: Expected '7' to match "));
    }
  }

  @Override
  public Set<String> checks() {
    return Set.of(Checks.PACT_RUST);
  }

  @Override
  public List<CheckDifference> differences() {
    return RESULTS.stream().flatMap(CheckedInteraction::differences).toList();
  }
}

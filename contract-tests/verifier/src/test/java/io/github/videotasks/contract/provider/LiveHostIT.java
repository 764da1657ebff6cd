package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * Verification of a configured host instead of the replay. A second loopback server is the host.
 */
class LiveHostIT {

  private static final String TASK_ID = "task-of-mine";

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);

  @Test
  void verifiesConfiguredTaskAndSkipsOtherStates() {
    ContractProvider provider = cases.catalogue().provider("chainhub-openai");
    try (ReplayServer host =
        ReplayServer.start(
            cases.forProvider(provider).stream().map(LiveHostIT::withTaskId).toList())) {
      List<VerificationOutcome> outcomes =
          verify(provider, host.baseUrl(), Map.of("A_KEY", "sk-secret"));

      assertThat(outcomes)
          .extracting(outcome -> outcome.state() + " " + outcome.status().label())
          .containsExactlyInAnyOrder(
              "waiting verified",
              "finished skipped",
              "failed skipped",
              "rate-limited skipped",
              "unauthorised verified",
              "unknown-id verified");
      assertThat(outcomes).allMatch(outcome -> outcome.target().equals("live host 127.0.0.1"));
    }
  }

  @Test
  void sendsTokenFromEnvironmentWithoutPrintingIt() {
    ContractProvider provider = cases.catalogue().provider("chainhub-openai");
    try (StubProviderServer host = new StubProviderServer()) {
      URI url = host.respondWith(ProviderResponse.json(401, "{}"));

      List<VerificationOutcome> outcomes = verify(provider, url, Map.of("A_KEY", "sk-secret"));

      assertThat(host.authorizationHeaders()).isNotEmpty().containsOnly("Bearer sk-secret");
      assertThat(outcomes).anyMatch(outcome -> outcome.status() == Status.FAILED);
      assertThat(new VerificationMatrix(outcomes).text()).doesNotContain("sk-secret");
    }
  }

  @Test
  void skipsUnknownIdWithoutToken() {
    ContractProvider provider = cases.catalogue().provider("chainhub-openai");
    try (StubProviderServer host = new StubProviderServer()) {
      List<VerificationOutcome> outcomes =
          verify(provider, host.respondWith(ProviderResponse.json(401, "{}")), Map.of());

      assertThat(outcomes)
          .filteredOn(outcome -> outcome.state().equals("unknown-id"))
          .singleElement()
          .satisfies(
              outcome ->
                  assertThat(outcome.problemLines())
                      .containsExactly(
                          "not verified without a key: the host rejects every request"));
    }
  }

  @Test
  void masksSignedUrlsInProblems() {
    ContractProvider provider = cases.catalogue().provider("chainhub-openai");
    String secret = "https://me:pw@files.example/v.mp4?sig=s3cr3t%2F&se=2030";
    String body = "{\"id\": {\"x\": \"%1$s\"}, \"status\": \"%1$s sk-secret\"}".formatted(secret);
    try (StubProviderServer host = new StubProviderServer()) {
      List<VerificationOutcome> outcomes =
          verify(
              provider,
              host.respondWith(ProviderResponse.json(200, body)),
              Map.of("A_KEY", "sk-secret"));

      assertThat(new VerificationMatrix(outcomes).text())
          .contains("FAILED", "files.example/v.mp4?…")
          .doesNotContain("s3cr3t", "2030", "sk-secret", "me:pw");
    }
  }

  @Test
  void reportsUnreachableHost() {
    ContractProvider provider = cases.catalogue().provider("chainhub-openai");
    URI closedUrl;
    try (StubProviderServer host = new StubProviderServer()) {
      closedUrl = host.respondWith(ProviderResponse.json(200, "{}"));
    }

    List<VerificationOutcome> outcomes = verify(provider, closedUrl, Map.of("A_KEY", "sk-secret"));

    assertThat(outcomes)
        .filteredOn(outcome -> outcome.status() != Status.SKIPPED)
        .hasSize(3)
        .allMatch(outcome -> outcome.status() == Status.UNREACHABLE);
  }

  private List<VerificationOutcome> verify(
      ContractProvider provider, URI host, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("provider.chainhub-openai.url", host.toString());
    properties.setProperty("provider.chainhub-openai.task.waiting", TASK_ID);
    environment
        .keySet()
        .forEach(name -> properties.setProperty("provider.chainhub-openai.token-env", name));
    LiveTarget target =
        new LiveHostConfiguration(properties, environment).targetFor(provider.id()).orElseThrow();
    return new PactVerifier().verify(PactFiles.forProvider(layout, provider.id()).get(0), target);
  }

  /** Returns the same case, with another id of the task. */
  private static ContractCase withTaskId(ContractCase row) {
    Operation original = row.operation();
    Operation withOtherId =
        new Operation(
            original.operationId(),
            original.method(),
            original.path(),
            TASK_ID,
            original.examples());
    return new ContractCase(
        withOtherId,
        row.state(),
        row.stateDescription(),
        row.requestVariant(),
        row.expectation(),
        row.origin(),
        row.response());
  }
}

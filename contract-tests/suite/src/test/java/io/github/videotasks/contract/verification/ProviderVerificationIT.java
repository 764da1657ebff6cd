package io.github.videotasks.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.LiveHostConfiguration;
import io.github.videotasks.contract.provider.LiveTarget;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ReplayTarget;
import io.github.videotasks.contract.provider.VerificationMatrix;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.report.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Verifies every committed pact against its provider: a live host when one is configured, otherwise
 * the replay of the provider's page.
 */
class ProviderVerificationIT {

  private static final LiveHostConfiguration HOSTS =
      new LiveHostConfiguration(System.getProperties(), System.getenv());
  private static final List<VerificationOutcome> OUTCOMES = new ArrayList<>();

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);

  @AfterAll
  static void report() throws IOException {
    BuildReport.submit(
        inputs ->
            inputs.putCheckResults(
                "pact", OUTCOMES.stream().map(Checks::toInteractionResult).toList()));
    BuildReport.print("matrix.txt", new VerificationMatrix(OUTCOMES).text());
  }

  @TestFactory
  Stream<DynamicTest> everyPactIsVerified() {
    return PactDynamicTests.forEachPact(layout, cases, this::verify);
  }

  private void verify(ContractProvider provider, Path pact) {
    List<VerificationOutcome> outcomes = outcomes(provider, pact);
    OUTCOMES.addAll(outcomes);
    assertThat(outcomes).isNotEmpty();
    assertThat(outcomes).filteredOn(outcome -> outcome.status() == Status.FAILED).isEmpty();
  }

  private List<VerificationOutcome> outcomes(ContractProvider provider, Path pact) {
    Optional<LiveTarget> live = HOSTS.targetFor(provider.id());
    if (live.isPresent()) {
      return new PactVerifier().verify(pact, live.get());
    }
    try (ReplayServer replay = ReplayServer.start(cases.forProvider(provider))) {
      return new PactVerifier().verify(pact, new ReplayTarget(replay));
    }
  }
}

package io.github.videotasks.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ReplayTarget;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that the verification can fail: it reports a provider whose responses break a contract,
 * with the mismatch.
 */
class BrokenProviderIT {

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);

  @TestFactory
  Stream<DynamicTest> detectsRenamedProperty() {
    return forEveryPact(
        mutateBody(text -> text.replace("\"status\"", "\"state\"")),
        "status: missing (needed to know whether");
  }

  @TestFactory
  Stream<DynamicTest> detectsWrongType() {
    return forEveryPact(
        mutateBody(text -> text.replaceAll("\"status\": ?\"\\w+\"", "\"status\": 3")),
        "found the number 3 (needed to know whether");
  }

  @TestFactory
  Stream<DynamicTest> detectsServerError() {
    return forEveryPact(
        row -> row.withResponse(new ProviderResponse(500, "text/html", "<h1>500</h1>")),
        "HTTP status: expected 200, found 500");
  }

  private Stream<DynamicTest> forEveryPact(UnaryOperator<ContractCase> breaking, String message) {
    return PactDynamicTests.forEachPact(
        layout,
        cases,
        (provider, pact) -> assertDetected(brokenCases(provider, breaking), pact, message));
  }

  private static void assertDetected(List<ContractCase> broken, Path pact, String message) {
    try (ReplayServer replay = ReplayServer.start(broken)) {
      List<VerificationOutcome> outcomes =
          new PactVerifier()
              .verify(pact, new ReplayTarget(replay)).stream()
                  .filter(
                      outcome -> statesWithResponseExpectation(broken).contains(outcome.state()))
                  .toList();

      assertThat(outcomes).isNotEmpty().allMatch(outcome -> outcome.status() == Status.FAILED);
      assertThat(outcomes)
          .allSatisfy(
              outcome -> assertThat(String.join("\n", outcome.problemLines())).contains(message));
    }
  }

  private List<ContractCase> brokenCases(
      ContractProvider provider, UnaryOperator<ContractCase> breaking) {
    return cases.forProvider(provider).stream()
        .map(row -> row.expectation() == Expectation.BODY ? breaking.apply(row) : row)
        .toList();
  }

  private static List<String> statesWithResponseExpectation(List<ContractCase> rows) {
    return rows.stream()
        .filter(row -> row.expectation() == Expectation.BODY)
        .map(ContractCase::state)
        .toList();
  }

  private static UnaryOperator<ContractCase> mutateBody(UnaryOperator<String> change) {
    return row -> row.withResponse(ProviderResponse.json(200, change.apply(row.response().body())));
  }
}

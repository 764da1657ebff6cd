package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.verification.BuildReport;
import io.github.videotasks.contract.verification.PactDynamicTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How much of a broken answer each contract notices: all of what it names, nothing of what it does
 * not.
 */
class PactMutationIT {

  private static final KnownSurvivors KNOWN = KnownSurvivors.read();
  private static final List<Mutant> MUTANTS = new ArrayList<>();

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);

  @AfterAll
  static void report() throws IOException {
    MutationReport report = new MutationReport(MUTANTS, KNOWN);
    BuildReport.submit(
        parts -> {
          parts.putMutationScores(report.scores());
          parts.putCheckResults("mutation", report.results());
        });
    BuildReport.print("mutants.txt", new MutationTable(MUTANTS).text());
    assertThat(KNOWN.unused(MUTANTS.stream().filter(Mutant::survived).toList()))
        .as("entries of known-survivors.yaml that no mutant needs any more: delete them")
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> contractKillsCoveredMutantsOnly() {
    return PactDynamicTests.forEachPact(layout, cases, this::check);
  }

  private void check(ContractProvider provider, Path pact) {
    PactMutants breaker = new PactMutants(pact);
    List<Mutant> mutants =
        cases.forProvider(provider).stream()
            .filter(row -> row.expectation() == Expectation.ANSWER)
            .flatMap(row -> breaker.generate(row).stream())
            .toList();
    MUTANTS.addAll(mutants);

    assertThat(mutants).hasSizeGreaterThan(10);
    assertThat(KNOWN.unknown(mutants))
        .as("mutants of what the contract names that it does not notice")
        .isEmpty();
    assertThat(mutants.stream().filter(Mutant::killedUncovered))
        .as("mutants of what the contract does not name that it complains about")
        .isEmpty();
  }
}

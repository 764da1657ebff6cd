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
 * Mutation check: each contract must detect every mutant of a field that it names, and must accept
 * every mutant of other fields.
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
        inputs -> {
          inputs.putMutationScores(report.scores());
          inputs.putCheckResults("mutation", report.results());
        });
    BuildReport.print("mutants.txt", new MutationTable(MUTANTS).text());
    assertThat(KNOWN.unused(MUTANTS.stream().filter(Mutant::survived).toList()))
        .as("entries without a survivor; delete them from known-survivors.yaml")
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> contractKillsCoveredMutantsOnly() {
    return PactDynamicTests.forEachPact(layout, cases, this::check);
  }

  private void check(ContractProvider provider, Path pact) {
    PactMutants pactMutants = new PactMutants(pact);
    List<Mutant> mutants =
        cases.forProvider(provider).stream()
            .filter(row -> row.expectation() == Expectation.BODY)
            .flatMap(row -> pactMutants.generate(row).stream())
            .toList();
    MUTANTS.addAll(mutants);

    assertThat(mutants).hasSizeGreaterThan(10);
    assertThat(KNOWN.unknown(mutants))
        .as("undetected mutants of fields that the contract names")
        .isEmpty();
    assertThat(mutants.stream().filter(Mutant::killedUncovered))
        .as("rejected mutants of fields that the contract does not name")
        .isEmpty();
  }
}

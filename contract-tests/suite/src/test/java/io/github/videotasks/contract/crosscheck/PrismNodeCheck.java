package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.report.CheckResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.report.InteractionCheckResult;
import io.github.videotasks.contract.verification.BuildReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verifies every pact against Prism, which serves the vendor's page. */
class PrismNodeCheck implements AgreedDifferencesTests {

  private static final List<VerificationOutcome> OUTCOMES = new ArrayList<>();

  @BeforeAll
  static void verify() throws Exception {
    NodePackages packages = NodePackages.installOrSkip();
    RepositoryLayout checkout = RepositoryLayout.find();
    ContractCases cases = ContractCases.read(checkout);
    for (ContractProvider provider : cases.catalogue().providers()) {
      try (PrismServer prism =
          new PrismServer(
              packages, packages.writeDocument(checkout, provider), cases.forProvider(provider))) {
        for (Path pact : PactFiles.forProvider(checkout, provider.id())) {
          OUTCOMES.addAll(new PactVerifier().verify(pact, prism));
        }
      }
    }
    BuildReport.submit(
        inputs ->
            inputs.putCheckResults(
                "prism", OUTCOMES.stream().map(PrismNodeCheck::toInteractionResult).toList()));
  }

  @Test
  void verifiesEveryExampleForBothClients() {
    assertThat(OUTCOMES).filteredOn(it -> it.status() != Status.SKIPPED).hasSize(7 * 2 + 5 * 2);
  }

  @Override
  public Set<String> checks() {
    return Set.of(Checks.PRISM);
  }

  @Override
  public List<CheckDifference> differences() {
    return OUTCOMES.stream()
        .filter(it -> it.status() != Status.SKIPPED)
        .flatMap(it -> toCheckedInteraction(it).differences())
        .toList();
  }

  private static InteractionCheckResult toInteractionResult(VerificationOutcome outcome) {
    CheckResult notShown =
        new CheckResult(Checks.PRISM, CheckStatus.ABSENT, "not on the page", List.of());
    return outcome.status() == Status.SKIPPED
        ? new InteractionCheckResult(
            outcome.provider(), outcome.interaction(), outcome.consumer(), notShown)
        : toCheckedInteraction(outcome).toResult(KNOWN);
  }

  private static CheckedInteraction toCheckedInteraction(VerificationOutcome outcome) {
    return new CheckedInteraction(
        Checks.PRISM,
        outcome.provider() + ".md",
        outcome.consumer() + ": " + outcome.interaction(),
        outcome.provider(),
        outcome.interaction(),
        outcome.consumer(),
        outcome.problemLines());
  }
}

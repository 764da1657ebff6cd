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

/** Every contract against what Prism makes of the vendor's page. */
class PrismNodeCheck implements AgreedDifferencesTests {

  private static final List<VerificationOutcome> OUTCOMES = new ArrayList<>();

  @BeforeAll
  static void verify() throws Exception {
    NodePackages packages = NodePackages.installOrSkip();
    RepositoryLayout checkout = RepositoryLayout.find();
    ContractCases situations = ContractCases.read(checkout);
    for (ContractProvider provider : situations.catalogue().providers()) {
      try (PrismServer prism =
          new PrismServer(
              packages,
              packages.writeDocument(checkout, provider),
              situations.forProvider(provider))) {
        for (Path pact : PactFiles.forProvider(checkout, provider.id())) {
          OUTCOMES.addAll(new PactVerifier().verify(pact, prism));
        }
      }
    }
    BuildReport.submit(
        parts ->
            parts.putCheckResults(
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

  private static InteractionCheckResult toInteractionResult(VerificationOutcome verdict) {
    CheckResult notShown =
        new CheckResult(Checks.PRISM, CheckStatus.ABSENT, "page lacks it", List.of());
    return verdict.status() == Status.SKIPPED
        ? new InteractionCheckResult(
            verdict.provider(), verdict.interaction(), verdict.consumer(), notShown)
        : toCheckedInteraction(verdict).toResult(KNOWN);
  }

  private static CheckedInteraction toCheckedInteraction(VerificationOutcome verdict) {
    return new CheckedInteraction(
        Checks.PRISM,
        verdict.provider() + ".md",
        verdict.consumer() + ": " + verdict.interaction(),
        verdict.provider(),
        verdict.interaction(),
        verdict.consumer(),
        verdict.problems());
  }
}

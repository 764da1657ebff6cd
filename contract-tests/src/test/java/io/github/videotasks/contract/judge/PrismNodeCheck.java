package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.Pacts;
import io.github.videotasks.contract.provider.Verdict;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.BuildReport;
import io.github.videotasks.contract.report.Judgement;
import io.github.videotasks.contract.report.Judges;
import io.github.videotasks.contract.report.Opinion;
import io.github.videotasks.contract.report.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every contract against what Prism makes of the vendor's page. */
class PrismNodeCheck implements AgreedDifferences {

  private static final List<Verdict> VERDICTS = new ArrayList<>();

  @BeforeAll
  static void ask() throws Exception {
    NodePackages packages = NodePackages.orSkip();
    Checkout checkout = Checkout.find();
    Situations situations = Situations.read(checkout);
    for (Provider provider : situations.catalogue().providers()) {
      try (PrismServer prism =
          new PrismServer(
              packages, packages.document(checkout, provider), situations.of(provider))) {
        for (Path pact : Pacts.of(checkout, provider.id())) {
          VERDICTS.addAll(new PactVerifier().verify(pact, prism));
        }
      }
    }
    BuildReport.handIn(
        parts ->
            parts.putOpinions("prism", VERDICTS.stream().map(PrismNodeCheck::opinion).toList()));
  }

  @Test
  void everyExampleOfAPageIsAskedForByBothClients() {
    assertThat(VERDICTS).filteredOn(it -> it.outcome() != Outcome.SKIPPED).hasSize(7 * 2 + 5 * 2);
  }

  @Override
  public Set<String> judges() {
    return Set.of(Judges.PRISM);
  }

  @Override
  public List<Difference> differences() {
    return VERDICTS.stream()
        .filter(it -> it.outcome() != Outcome.SKIPPED)
        .flatMap(it -> examined(it).differences())
        .toList();
  }

  private static Opinion opinion(Verdict verdict) {
    Judgement notShown = new Judgement(Judges.PRISM, Tone.ABSENT, "page lacks it", List.of());
    return verdict.outcome() == Outcome.SKIPPED
        ? new Opinion(verdict.provider(), verdict.interaction(), verdict.consumer(), notShown)
        : examined(verdict).opinion(KNOWN);
  }

  private static Examined examined(Verdict verdict) {
    return new Examined(
        Judges.PRISM,
        verdict.provider() + ".md",
        verdict.consumer() + ": " + verdict.interaction(),
        verdict.provider(),
        verdict.interaction(),
        verdict.consumer(),
        verdict.problems());
  }
}

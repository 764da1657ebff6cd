package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.report.BuildReport;
import io.github.videotasks.contract.report.Judges;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecondJudgeIT {

  private static final KnownDifferences KNOWN = KnownDifferences.read();
  private static List<Difference> found = List.of();

  @BeforeAll
  static void ask() throws IOException {
    List<Examined> examined = Examination.of(Checkout.find());
    found = examined.stream().flatMap(Examined::differences).toList();
    BuildReport.handIn(
        parts ->
            parts.putOpinions(
                "validator", examined.stream().map(it -> it.opinion(KNOWN)).toList()));
  }

  @Test
  void everyDifferenceBetweenTheJudgesIsAgreed() {
    assertThat(KNOWN.unexplained(found))
        .as("add them to known-differences.yaml, with the reason, or repair them")
        .isEmpty();
  }

  @Test
  void everyAgreedDifferenceStillOccurs() {
    assertThat(KNOWN.unusedBy(found, Set.of(Judges.PAGE, Judges.CANONICAL)))
        .as("delete them from known-differences.yaml")
        .isEmpty();
  }

  @Test
  void theJudgeLooksAtThePagesAndAtTheCanonicalSpec() {
    assertThat(found)
        .extracting(Difference::document)
        .contains("canonical", "chainhub-grok.md", "jxincm-sora.md");
  }
}

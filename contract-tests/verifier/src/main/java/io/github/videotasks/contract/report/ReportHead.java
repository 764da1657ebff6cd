package io.github.videotasks.contract.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report is about. The component names are the property names in {@code index.json}.
 *
 * @param createdAt time of the report, ISO-8601 in UTC
 * @param tool the program and its version
 * @param contract version of the contract; empty when not known
 * @param commit of the checkout that the pipeline names; empty when not known
 */
public record ReportHead(String createdAt, String tool, String contract, String commit) {

  /**
   * {@return the head of a report that is written now}
   *
   * @param clock the time of the report
   * @param tool name and version of the program
   * @param contract version of the contract
   * @param environment variables by name; pipelines name the commit in one of them
   */
  public static ReportHead of(
      Clock clock, String tool, String contract, Map<String, String> environment) {
    String commit =
        // GitHub Actions, GitLab CI, Jenkins
        Stream.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT")
            .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
            .filter(value -> value.matches("[0-9a-f]{7,64}"))
            .findFirst()
            .orElse("");
    return new ReportHead(
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), tool, contract, commit);
  }
}

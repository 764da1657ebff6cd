package io.github.videotasks.contract.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Result of a Maven build that was started by a test.
 *
 * @param exitCode 0 if the build succeeded
 * @param log output of Maven
 */
public record NestedBuildResult(int exitCode, String log) {

  /**
   * Returns the status of a module in the reactor summary.
   *
   * @return SUCCESS, FAILURE or SKIPPED; "not in the summary" if the module is missing there
   */
  public String moduleStatus(String module) {
    Matcher line =
        Pattern.compile(
                "(?m)^\\[INFO] " + Pattern.quote(module) + " \\.*.* (SUCCESS|FAILURE|SKIPPED)")
            .matcher(log);
    return line.find() ? line.group(1) : "not in the summary";
  }

  /** Returns the error message of a failed module; empty if it did not fail. */
  public String moduleFailure(String module) {
    Matcher part =
        Pattern.compile(
                "(?s)\\[ERROR] Failed to execute goal [^\n]* on project "
                    + Pattern.quote(module)
                    + ":.*?(?=\\[ERROR] Failed to execute goal|\\[ERROR] To see the full|\\z)")
            .matcher(log);
    return part.find() ? part.group() : "";
  }
}

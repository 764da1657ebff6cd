package io.github.videotasks.contract.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a build inside a test ended.
 *
 * @param exitCode 0 if it succeeded
 * @param log what Maven printed
 */
public record NestedBuildResult(int exitCode, String log) {

  /**
   * SUCCESS, FAILURE or SKIPPED, as the reactor's summary says; "not in the summary" if it does not
   * name the module.
   */
  public String moduleStatus(String module) {
    Matcher line =
        Pattern.compile(
                "(?m)^\\[INFO] " + Pattern.quote(module) + " \\.*.* (SUCCESS|FAILURE|SKIPPED)")
            .matcher(log);
    return line.find() ? line.group(1) : "not in the summary";
  }

  /** Why a module failed, as Maven says at the end; empty if it did not. */
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

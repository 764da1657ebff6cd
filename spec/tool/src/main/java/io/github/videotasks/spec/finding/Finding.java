package io.github.videotasks.spec.finding;

import java.util.Comparator;

/**
 * A fact about a page, with file and line: a repair, a contradiction or a rejection.
 *
 * @param rule the id of the rule that reported it, such as {@code null-type}
 * @param severity how much it matters
 * @param location file and line
 * @param message what was expected and what was found, one sentence without the full stop
 * @param action what was done about it or, for an error, what to do; one sentence without the full
 *     stop
 */
public record Finding(
    String rule, Severity severity, SourceLocation location, String message, String action)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(Finding::action)
          .thenComparing(Finding::severity);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line: [rule] message. action.}, on one line. */
  @Override
  public String toString() {
    String end = message.endsWith(".") ? " " : ". ";
    return location + ": [" + rule + "] " + message + end + action + ".";
  }
}

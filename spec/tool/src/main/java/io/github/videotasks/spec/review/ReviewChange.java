package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.finding.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * A change of the contract with what a reviewer needs to judge it.
 *
 * @param id the short id
 * @param severity how much it matters to a pipeline
 * @param change the change
 * @param operations the operations that it concerns, such as {@code GET /v1/video/query}; empty for
 *     a change of the whole contract
 * @param field the place within the operations; empty for the operation itself
 * @param providers the providers whose pages caused it; all that have the field when that is
 *     unknown
 * @param places the lines of their pages
 */
public record ReviewChange(
    String id,
    Severity severity,
    Change change,
    List<String> operations,
    String field,
    List<String> providers,
    List<PagePlace> places)
    implements ReviewEntry, Comparable<ReviewChange> {
  private static final Comparator<ReviewChange> ORDER =
      Comparator.comparing((ReviewChange c) -> c.change.impact().changeClass())
          // By method and path; "Whole contract" is the last of them.
          .thenComparing(ReviewChange::section)
          .thenComparing(ReviewChange::field)
          .thenComparing(ReviewChange::change);

  /**
   * Copies the lists.
   *
   * @param id the short id
   * @param severity how much it matters to a pipeline
   * @param change the change
   * @param operations the operations that it concerns, such as {@code GET /v1/video/query}
   * @param field the place within the operations
   * @param providers the providers whose pages caused it
   * @param places the lines of their pages
   */
  public ReviewChange {
    operations = List.copyOf(operations);
    providers = List.copyOf(providers);
    places = List.copyOf(places);
  }

  /** Returns the severity of a change with an impact, unless somebody has configured another. */
  static Severity severityOf(Impact impact) {
    return switch (impact) {
      case BREAKING -> Severity.ERROR;
      case BREAKING_FOR_GENERATED_CODE, ATTENTION -> Severity.WARNING;
      case COMPATIBLE, NONE -> Severity.INFO;
    };
  }

  /**
   * {@return the change with another severity}
   *
   * @param other the severity of a policy
   */
  public ReviewChange withSeverity(Severity other) {
    return new ReviewChange(id, other, change, operations, field, providers, places);
  }

  @Override
  public int compareTo(ReviewChange other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String group() {
    return change.impact().changeClass().label();
  }

  @Override
  public String rule() {
    return ChangeRule.of(change);
  }

  @Override
  public String section() {
    return operations.isEmpty() ? "Whole contract" : String.join(", ", operations);
  }

  @Override
  public String description() {
    return change.description();
  }

  @Override
  public String before() {
    return change.before();
  }

  @Override
  public String after() {
    return change.after();
  }

  @Override
  public String note() {
    return change.note();
  }

  @Override
  public String effect() {
    Impact impact = change.impact();
    return switch (impact) {
      case BREAKING_FOR_GENERATED_CODE -> impact.label();
      case NONE -> "no effect on clients";
      case BREAKING, ATTENTION, COMPATIBLE -> "";
    };
  }
}

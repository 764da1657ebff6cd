package io.github.videotasks.spec.diff;

import java.util.Comparator;

/**
 * One difference between two contracts.
 *
 * @param impact whom it breaks
 * @param location where, such as {@code VideoTask.status} or {@code GET /v1/video/query}
 * @param description what happened, such as {@code type changed}
 * @param before what stood there; empty when nothing did
 * @param after what stands there now; empty when nothing does
 */
public record Change(
    Impact impact, String location, String description, String before, String after)
    implements Comparable<Change> {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::impact)
          .thenComparing(Change::location)
          .thenComparing(Change::description)
          .thenComparing(Change::before)
          .thenComparing(Change::after);

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }

  /** Gives {@code breaking: VideoTask.id: type changed: string -> integer}, on one line. */
  @Override
  public String toString() {
    String values =
        before.isEmpty() && after.isEmpty()
            ? ""
            : ": " + displayValue(before) + " -> " + displayValue(after);
    return impact.label() + ": " + location + ": " + description + values;
  }

  private static String displayValue(String value) {
    return value.isEmpty() ? "(nothing)" : value;
  }
}

package io.github.videotasks.spec.diff;

import java.util.Comparator;

/**
 * One difference between two contracts.
 *
 * @param impact the worst effect on clients
 * @param location the place in the contract, such as {@code VideoTask.status} or {@code GET
 *     /v1/video/query}
 * @param description the kind of change, such as {@code type changed}
 * @param before the old value; empty when there was none
 * @param after the new value; empty when there is none
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

  /** Returns one line, such as {@code breaking: VideoTask.id: type changed: string -> integer}. */
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

package io.github.videotasks.spec.diff;

import java.util.Comparator;

/**
 * One difference between two contracts.
 *
 * @param impact whom it breaks
 * @param place where, such as {@code VideoTask.status} or {@code GET /v1/video/query}
 * @param what what happened, such as {@code type changed}
 * @param before what stood there; empty when nothing did
 * @param after what stands there now; empty when nothing does
 */
public record Change(Impact impact, String place, String what, String before, String after)
    implements Comparable<Change> {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::impact)
          .thenComparing(Change::place)
          .thenComparing(Change::what)
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
        before.isEmpty() && after.isEmpty() ? "" : ": " + shown(before) + " -> " + shown(after);
    return impact.words() + ": " + place + ": " + what + values;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(nothing)" : value;
  }
}

package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.page.MessageText;
import java.util.Comparator;
import java.util.List;

/**
 * One difference between two contracts. The texts are those of the contracts, uncut and with all
 * their characters: whoever shows them escapes them.
 *
 * @param impact the worst effect on clients
 * @param location the place in the contract, such as {@code VideoTask.status} or {@code GET
 *     /v1/video/query}
 * @param description the kind of change, such as {@code type changed}
 * @param before the old value; empty when there was none
 * @param after the new value; empty when there is none
 * @param note a sentence about the consequences, without the full stop; empty when the description
 *     says all
 * @param sources the lines of pages that caused the change; empty when only a comparison of the
 *     evidence can find them
 */
public record Change(
    Impact impact,
    String location,
    String description,
    String before,
    String after,
    String note,
    List<ChangeSource> sources)
    implements Comparable<Change> {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::impact)
          .thenComparing(Change::location)
          .thenComparing(Change::description)
          .thenComparing(Change::before)
          .thenComparing(Change::after)
          .thenComparing(Change::note);

  private static final int MAX_SOURCES = 5;

  /**
   * Copies the list.
   *
   * @param impact the worst effect on clients
   * @param location the place in the contract, such as {@code VideoTask.status} or {@code GET
   *     /v1/video/query}
   * @param description the kind of change, such as {@code type changed}
   * @param before the old value
   * @param after the new value
   * @param note a sentence about the consequences, without the full stop
   * @param sources the lines of pages that caused the change
   */
  public Change {
    sources = List.copyOf(sources);
  }

  /**
   * Creates a change without a note.
   *
   * @param impact the worst effect on clients
   * @param location the place in the contract, such as {@code VideoTask.status} or {@code GET
   *     /v1/video/query}
   * @param description the kind of change, such as {@code type changed}
   * @param before the old value
   * @param after the new value
   */
  public Change(Impact impact, String location, String description, String before, String after) {
    this(impact, location, description, before, after, "", List.of());
  }

  /**
   * Creates a change of which only a comparison of the evidence can find the lines.
   *
   * @param impact the worst effect on clients
   * @param location the place in the contract, such as {@code VideoTask.status} or {@code GET
   *     /v1/video/query}
   * @param description the kind of change, such as {@code type changed}
   * @param before the old value
   * @param after the new value
   * @param note a sentence about the consequences, without the full stop
   */
  public Change(
      Impact impact,
      String location,
      String description,
      String before,
      String after,
      String note) {
    this(impact, location, description, before, after, note, List.of());
  }

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }

  /**
   * Returns one line without control characters, such as {@code breaking: VideoTask.id: type
   * changed: string -> integer}. Long values are cut; a review shows them uncut.
   */
  @Override
  public String toString() {
    String values =
        before.isEmpty() && after.isEmpty()
            ? ""
            : ": " + displayValue(before) + " -> " + displayValue(after);
    return impact.label()
        + ": "
        + MessageText.excerpt(location)
        + ": "
        + MessageText.excerpt(description)
        + values
        + (note.isEmpty() ? "" : ". " + note)
        + (sources.isEmpty() ? "" : " (" + displaySources() + ")");
  }

  private String displaySources() {
    return MessageText.list(sources.stream().map(ChangeSource::toString).toList(), MAX_SOURCES);
  }

  private static String displayValue(String value) {
    return value.isEmpty() ? "(nothing)" : MessageText.excerpt(value);
  }
}

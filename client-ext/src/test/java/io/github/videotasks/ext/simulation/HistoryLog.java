package io.github.videotasks.ext.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one history as text. Disabled in the first run of a seed, because texts cost more
 * than the history itself; a history that fails is run again with the log.
 */
public final class HistoryLog {

  private static final int LAST_EVENTS = 30;

  private final boolean enabled;
  private final List<String> lines = new ArrayList<>();

  /**
   * Creates an empty log.
   *
   * @param enabled false to ignore all events
   */
  public HistoryLog(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Adds an event.
   *
   * @param nanos the virtual time of the event
   * @param parts the text of the event, joined with blanks
   */
  public void add(long nanos, Object... parts) {
    if (enabled) {
      StringBuilder line = new StringBuilder("%16.9f s ".formatted(nanos / 1e9));
      for (Object part : parts) {
        line.append(' ').append(part instanceof Duration time ? time.toNanos() / 1e9 + " s" : part);
      }
      lines.add(line.toString());
    }
  }

  List<String> lines() {
    return lines;
  }

  /** Returns all events, one per line. */
  @Override
  public String toString() {
    return String.join("\n", lines);
  }

  /** Returns the end of the log, for a failure message. */
  String lastEvents() {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_EVENTS), lines.size()));
  }
}

package io.github.videotasks.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Formats open waits as the lines of a live display. */
final class TaskTable {
  /** More lines than a reader can follow are only counted. */
  private static final int MAX_LINES = 20;

  private static final int ID_WIDTH = 22;

  private TaskTable() {}

  /**
   * Returns the lines, as many as fit.
   *
   * @param open the open waits
   * @param summary the line above them
   */
  static List<String> lines(
      Collection<WaitProgress> open, String summary, Instant now, LiveDisplay display) {
    List<String> lines = new ArrayList<>(List.of(summary));
    int room = Math.max(1, Math.min(MAX_LINES, display.rows() - 2));
    int shown = open.size() <= room + 1 ? open.size() : room;
    for (WaitProgress each : open.stream().limit(shown).toList()) {
      WaitProgress.View view = each.view();
      String id = "%-" + ID_WIDTH + "s  ";
      lines.add(
          id.formatted(abbreviate(WaitLine.id(view)))
              + WaitLine.live(view, now, display.colours()));
    }
    if (shown < open.size()) {
      lines.add("… and %,d more".formatted(open.size() - shown));
    }
    return lines;
  }

  /** Replaces the middle of a long id, because ids of one gateway begin alike. */
  private static String abbreviate(String id) {
    int end = ID_WIDTH / 2;
    return id.length() <= ID_WIDTH
        ? id
        : id.substring(0, ID_WIDTH - end - 1) + "…" + id.substring(id.length() - end);
  }
}

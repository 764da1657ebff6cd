package io.github.videotasks.spec.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was skipped while recordings were read: how often, and where it was seen first. */
final class ReadingNotes {
  private static final class Note {
    private final String first;
    private long count;

    private Note(String first) {
      this.first = first;
    }
  }

  private final Map<String, Note> notes = new LinkedHashMap<>();

  /**
   * Counts one skipped record or body.
   *
   * @param what a text of the tool, never one of a recording
   * @param place file and line or number
   */
  void add(String what, String place) {
    add(what, place, 1);
  }

  void add(String what, String place, long count) {
    notes.computeIfAbsent(what, w -> new Note(place)).count += count;
  }

  /** Returns one line for each kind, in the order in which they were seen first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    notes.forEach(
        (what, note) ->
            lines.add(
                note.first + ": " + what + (note.count == 1 ? "" : " (" + note.count + " times)")));
    return lines;
  }
}

package io.github.videotasks.spec.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The changes of a contract, with the fields that it lost and got by their names. */
final class FieldChanges {
  private final List<Change> changes;

  /** The index of each removed field, by location. */
  private final Map<String, Integer> removed = new HashMap<>();

  /** By the end of the location, the indexes of removed fields and the locations of added ones. */
  private final Map<String, TreeSet<Integer>> removedByEnd = new HashMap<>();

  private final Map<String, TreeSet<String>> addedByEnd = new HashMap<>();

  /** The index of the removed field for an old and a new name; -1 if there is none. */
  private final Map<List<String>, Integer> found = new HashMap<>();

  FieldChanges(List<Change> contract) {
    changes = new ArrayList<>(contract);
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      String end = end(change.location());
      if (change.description().endsWith("field removed")) {
        removed.putIfAbsent(change.location(), i);
        removedByEnd.computeIfAbsent(end, e -> new TreeSet<>()).add(i);
      } else if (change.description().endsWith("field added")) {
        addedByEnd.computeIfAbsent(end, e -> new TreeSet<>()).add(change.location());
      }
    }
  }

  /**
   * Sets the note of the first removed field of a name whose object got a field of another name.
   *
   * @return false if there is no such field
   */
  boolean explain(String oldName, String newName, String note) {
    int at = found.computeIfAbsent(List.of(oldName, newName), names -> find(oldName, newName));
    if (at >= 0) {
      changes.set(at, withNote(changes.get(at), note));
    }
    return at >= 0;
  }

  /** Looks through the shorter list of the two. */
  private int find(String oldName, String newName) {
    TreeSet<Integer> lost = removedByEnd.getOrDefault(end(oldName), new TreeSet<>());
    TreeSet<String> got = addedByEnd.getOrDefault(end(newName), new TreeSet<>());
    if (lost.size() <= got.size()) {
      for (int at : lost) {
        String sibling = sibling(changes.get(at).location(), oldName, newName);
        if (got.contains(sibling)) {
          return at;
        }
      }
      return -1;
    }
    int first = -1;
    for (String location : got) {
      int at = removed.getOrDefault(sibling(location, newName, oldName), -1);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  /** Returns the location of another field of the same object; empty if the name differs. */
  private static String sibling(String location, String name, String other) {
    return location.endsWith("." + name)
        ? location.substring(0, location.length() - name.length()) + other
        : "";
  }

  private static String end(String location) {
    return location.substring(location.lastIndexOf('.') + 1);
  }

  void add(Change change) {
    changes.add(change);
  }

  List<Change> all() {
    return changes;
  }

  private static Change withNote(Change change, String note) {
    return new Change(
        change.impact(),
        change.location(),
        change.description(),
        change.before(),
        change.after(),
        note,
        change.sources());
  }
}

package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.WaitScripts.WaitOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The committed table of the waiters: one row for each language, after that of client-ext.
 *
 * @param rows cells by the name in the first one
 */
record WaiterTable(Map<String, List<String>> rows) {
  private static final String HEADER =
      "| waiter | script of 30 responses | other scripts | random scripts |";

  WaiterTable {
    rows = new TreeMap<>(rows);
  }

  /** Parses the table in a Markdown text. */
  static WaiterTable parse(String text) {
    Map<String, List<String>> rows = new TreeMap<>();
    text.lines()
        .dropWhile(line -> !line.equals(HEADER))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .forEach(cells -> rows.put(cells.get(0), cells.subList(1, 4)));
    return new WaiterTable(rows);
  }

  /**
   * Returns the cells of a waiter that ran.
   *
   * @param measured its outcomes by operation and script
   * @param expected those of client-ext
   */
  static List<String> cells(Map<String, WaitOutcome> measured, Map<String, WaitOutcome> expected) {
    return List.of(
        expected.keySet().stream()
            .filter(WaiterTable::isMain)
            .map(name -> toText(measured.get(name)))
            .distinct()
            .collect(Collectors.joining("; ")),
        count(measured, expected, false),
        count(measured, expected, true));
  }

  private static String toText(@Nullable WaitOutcome outcome) {
    return outcome == null ? "no result" : outcome.end() + " at poll " + outcome.polls();
  }

  private static String count(
      Map<String, WaitOutcome> measured, Map<String, WaitOutcome> expected, boolean random) {
    List<String> names =
        expected.keySet().stream()
            .filter(name -> !isMain(name) && name.contains(" random-") == random)
            .toList();
    long same =
        names.stream()
            .filter(name -> Objects.equals(measured.get(name), expected.get(name)))
            .count();
    return same + " of " + names.size();
  }

  private static boolean isMain(String name) {
    return name.endsWith(" " + WaitScripts.MAIN);
  }

  /** Returns the cells of a waiter that was never run. */
  static List<String> notRun(String reason) {
    return List.of("not run here: " + reason, "", "");
  }

  /**
   * Returns the table after a measurement. A waiter that was not run keeps its row; a row without a
   * waiter is dropped.
   *
   * @param measured the cells of each waiter
   */
  WaiterTable merge(Map<String, List<String>> measured) {
    Map<String, List<String>> merged = new TreeMap<>();
    measured.forEach(
        (name, cells) ->
            merged.put(
                name, isRun(cells) ? cells : Objects.requireNonNullElse(rows.get(name), cells)));
    return new WaiterTable(merged);
  }

  private static boolean isRun(List<String> cells) {
    return !cells.get(0).startsWith("not run here");
  }

  /**
   * Returns a text with its table replaced by this one.
   *
   * @throws IllegalArgumentException if the text does not contain the header of the table
   */
  String replaceIn(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int start = lines.indexOf(HEADER);
    if (start < 0) {
      throw new IllegalArgumentException(
          "expected the table header " + HEADER + ", found no such line");
    }
    int end = start + 2;
    while (end < lines.size() && lines.get(end).startsWith("|")) {
      end++;
    }
    List<String> table = lines.subList(start + 2, end);
    table.clear();
    rows.forEach(
        (name, cells) -> table.add("| " + name + " | " + String.join(" | ", cells) + " |"));
    return String.join("\n", lines) + "\n";
  }
}

package io.github.videotasks.contract.polyglot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed table of failed wire cases: one row for each client, one column for each topic.
 *
 * @param rows the cells of each client by the names of their columns
 */
record TopicTable(Map<String, Map<String, String>> rows) {
  private static final String CLIENT = "client, failed wire cases";
  private static final String INPUTS = "inputs";
  private static final String NOT_RUN = "not run here: ";

  TopicTable {
    rows = new LinkedHashMap<>(rows);
  }

  /** Parses the table in a Markdown text; without rows if there is none. */
  static TopicTable parse(String text) {
    List<List<String>> lines =
        tableLines(text).stream()
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (List<String> cells : lines.subList(Math.min(2, lines.size()), lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 2; i < cells.size() - 1; i++) {
        row.put(lines.get(0).get(i), cells.get(i));
      }
      rows.put(cells.get(1), row);
    }
    return new TopicTable(rows);
  }

  /**
   * Returns the cells of a client.
   *
   * @param topics the topics of all wire cases
   * @param inputs digest of the contract and the cases
   */
  static Map<String, String> row(
      ClientEvaluation measured, Collection<String> topics, String inputs) {
    Map<String, String> row = new LinkedHashMap<>();
    String missing = measured.failure() == null ? measured.missingTool() : "it does not compile";
    for (String topic : new TreeSet<>(topics)) {
      TopicCounts counts = measured.topics().get(topic);
      row.put(topic, counts == null ? "" : counts.toCell());
    }
    if (missing != null) {
      row.replaceAll((topic, cell) -> "");
      row.entrySet().iterator().next().setValue(NOT_RUN + missing);
    }
    row.put(INPUTS, inputs);
    return row;
  }

  /**
   * Returns the table after a measurement. A client that was not run keeps its row, and so does one
   * whose figures did not change, unless {@code accept} is set. A row without a client is dropped.
   *
   * @param measured the cells of each client, in their order
   */
  TopicTable merge(Map<String, Map<String, String>> measured, boolean accept) {
    Map<String, Map<String, String>> merged = new LinkedHashMap<>();
    measured.forEach(
        (client, now) -> {
          Map<String, String> before = Objects.requireNonNullElse(rows.get(client), now);
          boolean same = figures(now).equals(figures(before));
          boolean replaces = isRun(now) ? accept || !same : !isRun(before) && accept;
          merged.put(client, replaces ? now : aligned(before, now));
        });
    return new TopicTable(merged);
  }

  /** Returns a row with the columns of another. */
  private static Map<String, String> aligned(Map<String, String> row, Map<String, String> other) {
    Map<String, String> aligned = new LinkedHashMap<>();
    other.keySet().forEach(column -> aligned.put(column, row.getOrDefault(column, "")));
    return aligned;
  }

  private static Map<String, String> figures(Map<String, String> row) {
    Map<String, String> figures = new LinkedHashMap<>(row);
    figures.remove(INPUTS);
    return figures;
  }

  private static boolean isRun(Map<String, String> row) {
    return row.values().stream().noneMatch(cell -> cell.startsWith(NOT_RUN));
  }

  /**
   * Returns a text with its table replaced by this one.
   *
   * @throws IllegalArgumentException if the text does not contain such a table
   */
  String replaceIn(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<String> table = tableLines(text);
    if (table.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a table with the header | %s |, found none".formatted(CLIENT));
    }
    int start = lines.indexOf(table.get(0));
    lines.subList(start, start + table.size()).clear();
    lines.addAll(start, toMarkdown().lines().toList());
    return String.join("\n", lines) + "\n";
  }

  /** Returns the table in Markdown. */
  String toMarkdown() {
    List<String> columns = new ArrayList<>(List.of(CLIENT));
    rows.values().stream().findFirst().ifPresent(row -> columns.addAll(row.keySet()));
    Stream<String> head = Stream.of(line(columns), "|---".repeat(columns.size()) + "|");
    Stream<String> body =
        rows.entrySet().stream()
            .map(
                row ->
                    line(
                        Stream.concat(Stream.of(row.getKey()), row.getValue().values().stream())
                            .toList()));
    return Stream.concat(head, body).map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> tableLines(String text) {
    return text.lines()
        .dropWhile(line -> !line.startsWith("| " + CLIENT + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}

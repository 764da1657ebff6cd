package io.github.videotasks.contract.polyglot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed table, with one row for each client.
 *
 * @param rows in the order of the recipes
 */
record PolyglotTable(List<PolyglotRow> rows) {
  private static final String HEADER_LINE =
      "| " + String.join(" | ", PolyglotRow.COLUMN_NAMES) + " |";

  /** Finds the rows in a text. */
  static PolyglotTable parse(String text) {
    List<String> lines = text.lines().dropWhile(line -> !line.equals(HEADER_LINE)).toList();
    return new PolyglotTable(
        lines.stream()
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(PolyglotRow::parse)
            .toList());
  }

  /**
   * The table after a measurement. A client that could not be run here keeps the row that some
   * machine measured. Where the figures are as they were the row stays too, so that another patch
   * level of a tool changes nothing, unless the table is to be written anew.
   *
   * @param known one row for each recipe, none of them run: rows of no recipe are dropped
   * @param measured the rows of this machine
   * @param anew whether rows take the versions, the inputs and the reasons of this machine
   */
  PolyglotTable merge(List<PolyglotRow> known, List<PolyglotRow> measured, boolean anew) {
    return new PolyglotTable(
        known.stream().map(recipe -> mergeRow(recipe, measured, anew)).toList());
  }

  private PolyglotRow mergeRow(PolyglotRow recipe, List<PolyglotRow> measured, boolean anew) {
    Optional<PolyglotRow> before = findRow(recipe, rows);
    Optional<PolyglotRow> now = findRow(recipe, measured);
    if (before.isEmpty() || (now.isPresent() && replaces(now.get(), before.get(), anew))) {
      return now.orElse(recipe);
    }
    return before.get().withRemedyOf(recipe);
  }

  private static boolean replaces(PolyglotRow now, PolyglotRow before, boolean anew) {
    if (!now.wasRun()) {
      return anew && !before.wasRun();
    }
    return anew || !now.hasSameFigures(before);
  }

  private static Optional<PolyglotRow> findRow(PolyglotRow client, List<PolyglotRow> rows) {
    return rows.stream().filter(client::isSameClient).findFirst();
  }

  /** The clients whose figures are of another contract or other cases than {@code inputs}. */
  List<String> outdatedClients(String inputs) {
    return rows.stream()
        .filter(row -> row.wasRun() && !row.inputDigest().equals(inputs))
        .map(PolyglotRow::clientName)
        .toList();
  }

  /** A text in which this table stands in place of the one that it holds. */
  String replaceIn(String text) {
    List<String> lines = text.lines().toList();
    int start = lines.indexOf(HEADER_LINE);
    if (start < 0) {
      throw new IllegalArgumentException("expected a line that reads: " + HEADER_LINE);
    }
    int end = start;
    while (end < lines.size() && lines.get(end).startsWith("|")) {
      end++;
    }
    return Stream.of(
            lines.subList(0, start),
            toMarkdown().lines().toList(),
            lines.subList(end, lines.size()))
        .flatMap(List::stream)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The lines of the table. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder(HEADER_LINE).append('\n');
    text.append("|---".repeat(PolyglotRow.COLUMN_NAMES.size())).append("|\n");
    rows.forEach(row -> text.append(row.toMarkdown()).append('\n'));
    return text.toString();
  }
}

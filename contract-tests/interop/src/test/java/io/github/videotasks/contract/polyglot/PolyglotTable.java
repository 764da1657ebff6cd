package io.github.videotasks.contract.polyglot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed table with one row for each stock client.
 *
 * @param rows rows in the order of the recipes
 */
record PolyglotTable(List<PolyglotRow> rows) {
  private static final String HEADER_LINE =
      "| " + String.join(" | ", PolyglotRow.COLUMN_NAMES) + " |";

  /** Parses the table in a Markdown text. */
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
   * Returns the table after a measurement. A client that could not be run on this machine keeps the
   * row that another machine measured. A row whose figures did not change is kept as well, so that
   * another patch version of a tool changes nothing, unless {@code accept} is set.
   *
   * @param known a row without figures for each recipe; rows without a recipe are dropped
   * @param measured the rows measured on this machine
   * @param accept whether versions, inputs and reasons of this machine replace the committed ones
   */
  PolyglotTable merge(List<PolyglotRow> known, List<PolyglotRow> measured, boolean accept) {
    return new PolyglotTable(
        known.stream().map(recipe -> mergeRow(recipe, measured, accept)).toList());
  }

  private PolyglotRow mergeRow(PolyglotRow recipe, List<PolyglotRow> measured, boolean accept) {
    Optional<PolyglotRow> before = findRow(recipe, rows);
    Optional<PolyglotRow> now = findRow(recipe, measured);
    if (before.isEmpty() || (now.isPresent() && replaces(now.get(), before.get(), accept))) {
      return now.orElse(recipe);
    }
    return before.get().withRemedyOf(recipe);
  }

  private static boolean replaces(PolyglotRow now, PolyglotRow before, boolean accept) {
    if (!now.wasRun()) {
      return accept && !before.wasRun();
    }
    return accept || !now.hasSameFigures(before);
  }

  private static Optional<PolyglotRow> findRow(PolyglotRow client, List<PolyglotRow> rows) {
    return rows.stream().filter(client::isSameClient).findFirst();
  }

  /** Returns the clients that were measured with another contract or other cases. */
  List<String> outdatedClients(String inputs) {
    return rows.stream()
        .filter(row -> row.wasRun() && !row.inputDigest().equals(inputs))
        .map(PolyglotRow::clientName)
        .toList();
  }

  /**
   * Returns a Markdown text with its table replaced by this one.
   *
   * @throws IllegalArgumentException if the text does not contain the header of the table
   */
  String replaceIn(String text) {
    List<String> lines = text.lines().toList();
    int start = lines.indexOf(HEADER_LINE);
    if (start < 0) {
      throw new IllegalArgumentException(
          "expected the table header " + HEADER_LINE + ", found no such line");
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

  /** Returns the table in Markdown. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder(HEADER_LINE).append('\n');
    text.append("|---".repeat(PolyglotRow.COLUMN_NAMES.size())).append("|\n");
    rows.forEach(row -> text.append(row.toMarkdown()).append('\n'));
    return text.toString();
  }
}

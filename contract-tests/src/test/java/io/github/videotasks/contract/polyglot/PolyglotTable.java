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
record PolyglotTable(List<Row> rows) {
  private static final String START = "| " + String.join(" | ", Row.HEADS) + " |";

  /** Finds the rows in a text. */
  static PolyglotTable parse(String text) {
    List<String> lines = text.lines().dropWhile(line -> !line.equals(START)).toList();
    return new PolyglotTable(
        lines.stream().skip(2).takeWhile(line -> line.startsWith("|")).map(Row::parse).toList());
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
  PolyglotTable after(List<Row> known, List<Row> measured, boolean anew) {
    return new PolyglotTable(known.stream().map(recipe -> next(recipe, measured, anew)).toList());
  }

  private Row next(Row recipe, List<Row> measured, boolean anew) {
    Optional<Row> before = of(recipe, rows);
    Optional<Row> now = of(recipe, measured);
    if (before.isEmpty() || (now.isPresent() && replaces(now.get(), before.get(), anew))) {
      return now.orElse(recipe);
    }
    return before.get().with(recipe);
  }

  private static boolean replaces(Row now, Row before, boolean anew) {
    if (!now.run()) {
      return anew && !before.run();
    }
    return anew || !now.sameFigures(before);
  }

  private static Optional<Row> of(Row client, List<Row> rows) {
    return rows.stream().filter(client::sameClient).findFirst();
  }

  /** The clients whose figures are of another contract or other cases than {@code inputs}. */
  List<String> earlier(String inputs) {
    return rows.stream()
        .filter(row -> row.run() && !row.inputs().equals(inputs))
        .map(Row::client)
        .toList();
  }

  /** A text in which this table stands in place of the one that it holds. */
  String in(String text) {
    List<String> lines = text.lines().toList();
    int start = lines.indexOf(START);
    if (start < 0) {
      throw new IllegalArgumentException("expected a line that reads: " + START);
    }
    int end = start;
    while (end < lines.size() && lines.get(end).startsWith("|")) {
      end++;
    }
    return Stream.of(
            lines.subList(0, start), text().lines().toList(), lines.subList(end, lines.size()))
        .flatMap(List::stream)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The lines of the table. */
  String text() {
    StringBuilder text = new StringBuilder(START).append('\n');
    text.append("|---".repeat(Row.HEADS.size())).append("|\n");
    rows.forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }
}

package io.github.videotasks.contract.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of a document of the repository.
 *
 * @param rows the cells of each row, without the header
 */
record DocumentTable(List<List<String>> rows) {

  /** The root of the repository, seen from the module. */
  static final Path ROOT = Path.of("../..");

  /**
   * Reads the first table whose header begins with a text.
   *
   * @param document path from the root of the repository
   * @param header the beginning of the header row
   * @throws IllegalStateException if there is no such table
   */
  static DocumentTable read(String document, String header) {
    List<String> lines;
    try {
      lines = Files.readAllLines(ROOT.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<List<String>> rows =
        lines.stream()
            .dropWhile(line -> !line.startsWith(header))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(DocumentTable::cells)
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalStateException(
          "%s: expected a table with the header '%s', found none".formatted(document, header));
    }
    return new DocumentTable(rows);
  }

  private static List<String> cells(String line) {
    return Stream.of(line.replaceFirst("^\\|", "").split("\\|", -1)).map(String::strip).toList();
  }

  /** Returns the number at the beginning of a cell such as {@code 1,442 MB}. */
  static double number(String cell) {
    return Double.parseDouble(cell.replace(",", "").replaceFirst("^([0-9.]+).*", "$1"));
  }

  /** Returns all cells, for a digest. */
  String text() {
    return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
  }
}

package io.github.videotasks.contract.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code evidence.tsv}, which the spec tool writes. Cells are found by the column names of
 * the header, so the order of the columns does not matter.
 */
final class EvidenceTableReader {

  private static final String FIELD = "field";
  private static final String DECLARED_BY = "declared by";
  private static final String SHOWN_BY = "shown by";

  /** All columns of the file, also those that the report does not use. */
  private static final List<String> COLUMNS =
      List.of(
          FIELD,
          "type",
          "required",
          "providers",
          DECLARED_BY,
          SHOWN_BY,
          "shown as",
          "time",
          "corrections");

  private EvidenceTableReader() {}

  /**
   * Evidence for one field.
   *
   * @param declaredBy the pages that declare it, as {@code page:line type}
   * @param shownBy the examples that show it, as {@code provider/n}
   */
  record EvidenceRow(List<String> declaredBy, List<String> shownBy) {

    /** A field without evidence, for example one that only a correction adds. */
    static final EvidenceRow NONE = new EvidenceRow(List.of(), List.of());
  }

  /**
   * Returns the evidence by field name, for example {@code VideoTask.status}.
   *
   * @throws IOException when the file cannot be read, a column is missing, unknown or repeated, a
   *     line has another number of cells than the header, or a field has two lines
   */
  static Map<String, EvidenceRow> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
    checkColumns(file, header);
    Map<String, EvidenceRow> rows = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.size() != header.size()) {
        throw new IOException(
            "expected %d cells in %s:%d, found %d"
                .formatted(header.size(), file, i + 1, cells.size()));
      }
      String field = cells.get(header.indexOf(FIELD));
      EvidenceRow row =
          new EvidenceRow(
              values(cells.get(header.indexOf(DECLARED_BY))),
              values(cells.get(header.indexOf(SHOWN_BY))));
      if (rows.put(field, row) != null) {
        throw new IOException(
            "expected one line for each field in %s, found a second one for '%s' in line %d"
                .formatted(file, field, i + 1));
      }
    }
    return rows;
  }

  private static void checkColumns(Path file, List<String> found) throws IOException {
    List<String> problems = new ArrayList<>();
    COLUMNS.stream()
        .filter(column -> !found.contains(column))
        .forEach(column -> problems.add("missing '" + column + "'"));
    Set<String> seen = new TreeSet<>();
    for (String column : found) {
      if (!COLUMNS.contains(column)) {
        problems.add("unknown '" + column + "'");
      } else if (!seen.add(column)) {
        problems.add("repeated '" + column + "'");
      }
    }
    if (!problems.isEmpty()) {
      throw new IOException(
          ("expected the columns %s in %s, found %s: %s. Derive the file with the spec tool of this"
                  + " version; after a change of its columns, adapt EvidenceTableReader.")
              .formatted(COLUMNS, file, found, String.join(", ", problems)));
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  private static List<String> values(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split(", "));
  }
}

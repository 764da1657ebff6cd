package io.github.videotasks.spec.completeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The committed table of differences that are right, and which of its rows were used. */
final class JustificationTable {
  private static final Path FOLDER = Path.of("src/test/resources/completeness");

  private final List<Justification> rows;
  private final Set<Justification> used = new LinkedHashSet<>();

  private JustificationTable(List<Justification> rows) {
    this.rows = rows;
  }

  /** Reads the table for documents that are valid. */
  static JustificationTable read() throws IOException {
    return new JustificationTable(rows("justifications.tsv"));
  }

  /** Reads the table for documents of vendors, which have defects as well. */
  static JustificationTable readWithDefects() throws IOException {
    List<Justification> rows = new ArrayList<>(rows("justifications.tsv"));
    rows.addAll(rows("justified-defects.tsv"));
    return new JustificationTable(rows);
  }

  private static List<Justification> rows(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Justification::parse)
        .toList();
  }

  /** Returns the differences that no row justifies. */
  List<ContractDifference> unexplained(
      List<ContractDifference> differences, FindingPlaces findings) {
    List<ContractDifference> unexplained = new ArrayList<>();
    for (ContractDifference difference : differences) {
      List<Justification> matching =
          rows.stream().filter(row -> row.covers(difference, findings)).toList();
      used.addAll(matching);
      if (matching.isEmpty()) {
        unexplained.add(difference);
      }
    }
    return unexplained;
  }

  /** Returns the rows that justified nothing. */
  List<Justification> unused() {
    return rows.stream().filter(row -> !used.contains(row)).toList();
  }
}

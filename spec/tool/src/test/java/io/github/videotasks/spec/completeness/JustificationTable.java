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
  /** The file, from the folder of the module. */
  static final Path FILE = Path.of("src/test/resources/completeness/justifications.tsv");

  private final List<Justification> rows;
  private final Set<Justification> used = new LinkedHashSet<>();

  private JustificationTable(List<Justification> rows) {
    this.rows = rows;
  }

  static JustificationTable read() throws IOException {
    return new JustificationTable(
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Justification::parse)
            .toList());
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

package io.github.videotasks.spec.completeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The committed table of differences that are right, and which of its rows were used. */
final class JustificationTable {
  private static final Path FOLDER = Path.of("src/test/resources/completeness");

  private final List<Justification> common;
  private final List<Justification> rare;
  private final Set<Justification> used = new LinkedHashSet<>();

  private JustificationTable(List<Justification> common, List<Justification> rare) {
    this.common = common;
    this.rare = rare;
  }

  static JustificationTable read() throws IOException {
    return new JustificationTable(rows("justifications.tsv"), rows("rare-justifications.tsv"));
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
          Stream.concat(common.stream(), rare.stream())
              .filter(row -> row.covers(difference, findings))
              .toList();
      used.addAll(matching);
      if (matching.isEmpty()) {
        unexplained.add(difference);
      }
    }
    return unexplained;
  }

  /** Returns the rows that justified nothing, without the rare ones. */
  List<Justification> unused() {
    return common.stream().filter(row -> !used.contains(row)).toList();
  }
}

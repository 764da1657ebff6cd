package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The table of pages, findings and operations that the tool prints. */
public final class SummaryTable {
  private final List<String[]> rows = new ArrayList<>();

  private SummaryTable(String... header) {
    rows.add(header);
  }

  /**
   * {@return the table of a derivation, as lines that end with a line feed}
   *
   * @param derived the result of a derivation
   */
  public static String of(DerivationResult derived) {
    SummaryTable pages = new SummaryTable("page", "provider", "documents", "examples", "findings");
    derived
        .pages()
        .forEach(
            p ->
                pages.addRow(
                    p.file(),
                    p.provider(),
                    "" + p.documents(),
                    "" + p.examples(),
                    "" + p.findings()));
    SummaryTable operations = new SummaryTable("operation", "request", "providers", "examples");
    derived
        .operations()
        .forEach(
            o ->
                operations.addRow(
                    o.operationId(),
                    o.method() + " " + o.path(),
                    String.join(" ", o.providers()),
                    "" + o.examples()));
    return pages + "\n" + operations;
  }

  private void addRow(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int[] widths = IntStream.range(0, rows.get(0).length).map(this::columnWidth).toArray();
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int columnWidth(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}

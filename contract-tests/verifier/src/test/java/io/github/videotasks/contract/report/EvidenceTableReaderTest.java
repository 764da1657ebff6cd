package io.github.videotasks.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.report.EvidenceTableReader.EvidenceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTableReaderTest {

  private static final Path COMMITTED =
      RepositoryLayout.find().spec().resolve("canonical/evidence.tsv");
  private static final String HEADER =
      "field\ttype\trequired\tproviders\tdeclared by\tshown by\tshown as\ttime\tcorrections";

  @TempDir private Path folder;

  @Test
  void readsDeclarationsAndExamplesOfField() throws IOException {
    Path file =
        write(
            HEADER,
            "VideoTask.id\tstring\trequired\ta b\ta.md:3 string, b.md:4 string\ta/1, b/2\t\t\t",
            "VideoTask.new\tstring\toptional\t\t\t\t\t\t030-new");

    assertThat(EvidenceTableReader.read(file))
        .isEqualTo(
            Map.of(
                "VideoTask.id",
                new EvidenceRow(List.of("a.md:3 string", "b.md:4 string"), List.of("a/1", "b/2")),
                "VideoTask.new",
                EvidenceRow.NONE));
  }

  @Test
  void orderOfColumnsDoesNotMatter() throws IOException {
    Path reversed =
        writeCommitted(
            cells -> {
              Collections.reverse(cells);
              return cells;
            });

    assertThat(EvidenceTableReader.read(reversed))
        .hasSizeGreaterThan(100)
        .isEqualTo(EvidenceTableReader.read(COMMITTED));
  }

  @Test
  void orderOfColumnsDoesNotChangeFieldUsage() throws IOException {
    Path canonical = Files.createDirectories(folder.resolve("spec/canonical"));
    Files.copy(COMMITTED.resolveSibling("openapi.yaml"), canonical.resolve("openapi.yaml"));
    RepositoryLayout checkout = new RepositoryLayout(folder);
    Files.createDirectories(checkout.pacts());
    Path table = canonical.resolve("evidence.tsv");

    Files.copy(COMMITTED, table);
    List<FieldUsage> expected = FieldUsageTable.of(checkout, List.of());
    Files.delete(table);
    Files.move(
        writeCommitted(
            cells -> {
              Collections.rotate(cells, 4);
              return cells;
            }),
        table);

    assertThat(FieldUsageTable.of(checkout, List.of())).isEqualTo(expected);
    assertThat(expected).anyMatch(field -> field.declaredBy() > 1 && field.shownIn() > 1);
  }

  @Test
  void reportsMissingColumn() throws IOException {
    Path file = write(HEADER.replace("\tshown by", ""));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessageStartingWith(
            "expected the columns [field, type, required, providers, declared by, shown by, shown"
                + " as, time, corrections] in "
                + file
                + ", found [field, type, required, providers, declared by, shown as, time,"
                + " corrections]: missing 'shown by'. ");
  }

  @Test
  void reportsRenamedColumn() throws IOException {
    Path file = write(HEADER.replace("declared by", "declared in"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessageContaining(": missing 'declared by', unknown 'declared in'. ");
  }

  @Test
  void reportsRepeatedColumn() throws IOException {
    Path file = write(HEADER + "\ttime");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessageContaining(": repeated 'time'. ");
  }

  @Test
  void reportsEmptyFile() throws IOException {
    Path file = write();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessageContaining(file + ", found []: missing 'field', ");
  }

  @Test
  void reportsLineWithMissingCells() throws IOException {
    Path file = write(HEADER, "VideoTask.id\tstring");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessage("expected 9 cells in " + file + ":2, found 2");
  }

  @Test
  void reportsRepeatedField() throws IOException {
    String line = "VideoTask.id" + "\t".repeat(8);
    Path file = write(HEADER, line, line);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EvidenceTableReader.read(file))
        .withMessageEndingWith("found a second one for 'VideoTask.id' in line 3");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("table.tsv"), List.of(lines));
  }

  /** Writes a copy of the committed file with the cells of each line in another order. */
  private Path writeCommitted(UnaryOperator<List<String>> reorder) throws IOException {
    return write(
        Files.readAllLines(COMMITTED).stream()
            .map(line -> new ArrayList<>(List.of(line.split("\t", -1))))
            .map(cells -> String.join("\t", reorder.apply(cells)))
            .toArray(String[]::new));
  }
}

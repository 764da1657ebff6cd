package io.github.videotasks.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.KnownPages;
import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits the bundled pages as vendors do, derives, and compares the lines of the review with those
 * that the table expects: each expected line, and no other one.
 */
class PageEditTableTest {
  private static final Path SPEC = Path.of("..");

  private static final List<String> PARTS =
      List.of("pages", "corrections", "providers.yaml", "status-values.yaml", "known-places.yaml");

  @TempDir Path folder;

  @BeforeEach
  void copySpecFolder() throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(SPEC.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(SPEC.relativize(file)));
        }
      }
    }
  }

  @Test
  void reportsEachEditAndNothingElse() throws IOException {
    KnownPages.assumeUnchanged();
    List<PageEditRow> rows = PageEditRow.read();
    SortedMap<String, byte[]> bundled = derive();
    List<String> differences = new ArrayList<>();
    for (PageEditRow row : rows) {
      differences.addAll(row.differences(lines(row, bundled)));
    }
    assertThat(differences).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
  }

  private List<String> lines(PageEditRow row, SortedMap<String, byte[]> bundled)
      throws IOException {
    Path file = folder.resolve("pages/" + row.page() + ".md");
    String page = Files.readString(file);
    try {
      SortedMap<String, byte[]> before = bundled;
      String given = page;
      if (row.given() != null) {
        given = row.given().apply(page);
        Files.writeString(file, given);
        before = derive();
      }
      Files.writeString(file, row.edit().apply(given));
      return DerivedFilesDiff.between(before, derive()).stream()
          .filter(change -> !PageEditRow.isDerivedFile(change))
          .map(PageEditRow::line)
          .toList();
    } finally {
      Files.writeString(file, page);
    }
  }

  /** Corrections that no longer match are skipped: they fail the check, beside the same changes. */
  private SortedMap<String, byte[]> derive() throws IOException {
    return Derivation.deriveSkipping(SourcePaths.of(folder), rejection -> {}).files();
  }
}

package io.github.videotasks.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.drift.ContractAcceptance.Acceptance;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractAcceptanceTest {
  private static final String VERSION_ACTION =
      "  - target: $.info\n    update:\n      title: T\n      version: 1.0.0 # of the contract\n";
  private static final FileTime OLD = FileTime.fromMillis(1_000_000);

  @TempDir Path folder;

  /** Version 1.0.0 is released; 1.1.0 was accepted after it and has an entry. */
  @BeforeEach
  void release() throws IOException {
    TestPages.in(folder).addCorrection("010-names", VERSION_ACTION);
    writePage("n: {type: string}");
    Files.createDirectory(folder.resolve("released"));
    Files.write(
        folder.resolve("released/openapi.yaml"),
        TestPages.in(folder).derive().files().get("openapi.yaml"));
    accept();
    writePage("n: {type: string}, first: {type: string}");
    accept();
  }

  @Test
  void setsVersionAndAddsEntryWithNewLinesOnly() throws IOException {
    writePage("n: {type: string}, first: {type: string}, second: {type: string}");
    assertThat(accept().edits())
        .startsWith(
            "corrections/010-names.overlay.yaml:8: set the version 1.2.0, was 1.1.0",
            "CHANGELOG.md:3: added the entry 1.2.0 with 1 line")
        .contains("canonical/openapi.yaml:4: changed");
    assertThat(read("corrections/010-names.overlay.yaml"))
        .endsWith("      version: 1.2.0 # of the contract\n");
    assertThat(read("CHANGELOG.md"))
        .startsWith(
            """
            # Changes of the contract

            ## 1.2.0

            `openapi.yaml`: SHA-256 `%s`

            ### Added

            * OpResponse.second: optional field added: (nothing) -> string

            ## 1.1.0
            """
                .formatted(Sha256.hex(Files.readAllBytes(folder.resolve(CONTRACT)))));
  }

  @Test
  void changesNothingInSecondRun() throws IOException {
    writePage("n: {type: integer}");
    accept();
    Map<Path, FileTime> before = age();
    Acceptance second = accept();
    assertThat(second.edits()).isEmpty();
    assertThat(second.changes()).isEmpty();
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void passesCheckAfterwards() throws IOException {
    writePage("n: {type: integer}");
    Acceptance accepted = accept();
    assertThat(accepted.remaining()).isEmpty();
    assertThat(read("CHANGELOG.md")).contains("## 2.0.0");
    assertThat(new VersionCheck(folder).findProblem(Files.readAllBytes(folder.resolve(CONTRACT))))
        .isNull();
  }

  @Test
  void keepsHigherVersionOfPerson() throws IOException {
    replace("corrections/010-names.overlay.yaml", "version: 1.1.0", "version: 3.0.0");
    writePage("n: {type: string}, first: {type: string}, second: {type: string}");
    assertThat(accept().edits())
        .startsWith("CHANGELOG.md:3: added the entry 3.0.0 with 1 line")
        .noneMatch(edit -> edit.startsWith("corrections"));
  }

  /** The state of a process that was killed after the entry and before {@code canonical/}. */
  @Test
  void completesInterruptedAcceptance() throws IOException {
    Map<Path, String> old = texts();
    writePage("n: {type: string}, first: {type: string}, second: {type: string}");
    accept();
    Map<Path, String> accepted = texts();
    for (Path file : files()) {
      if (file.startsWith(folder.resolve("canonical"))) {
        Files.delete(file);
        String text = old.get(file);
        if (text != null) {
          Files.writeString(file, text);
        }
      }
    }
    assertThat(texts()).isNotEqualTo(accepted);
    assertThat(accept().edits())
        .contains("canonical/openapi.yaml:4: changed")
        .allMatch(edit -> edit.startsWith("canonical/"));
    assertThat(texts()).isEqualTo(accepted);
  }

  private Map<Path, String> texts() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    for (Path file : files()) {
      texts.put(file, Files.readString(file));
    }
    return texts;
  }

  @Test
  void comparesWithReleaseWhenContractOfNewestEntryIsGone() throws IOException {
    Files.delete(folder.resolve(CONTRACT));
    writePage("n: {type: string}, first: {type: string}, second: {type: string}");
    assertThat(accept().edits()).contains("CHANGELOG.md:3: added the entry 1.2.0 with 1 line");
    assertThat(read("CHANGELOG.md").split("OpResponse.first: optional field added", -1)).hasSize(2);
  }

  @Test
  void addsPatchEntryForTextWithoutMeaning() throws IOException {
    replace("pages/a.yaml", "description: fine", "description: good");
    assertThat(accept().edits()).contains("CHANGELOG.md:3: added the entry 1.1.1 with 1 line");
  }

  @Test
  void writesNothingWhenNoCorrectionSetsVersion() throws IOException {
    Files.delete(folder.resolve("corrections/010-names.overlay.yaml"));
    Map<Path, FileTime> before = age();
    assertThatThrownBy(this::accept)
        .isInstanceOf(RejectedInputException.class)
        .hasMessageStartingWith(
            "canonical/openapi.yaml:4: [odd-version] expected a correction that sets"
                + " info.version,");
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void createsChangelogForFirstEntry() throws IOException {
    Files.delete(folder.resolve("CHANGELOG.md"));
    assertThat(accept().edits())
        .containsExactly("CHANGELOG.md:3: added the entry 1.1.0 with 1 line");
    assertThat(read("CHANGELOG.md")).startsWith("# Changes of the contract\n\n## 1.1.0\n");
  }

  @Test
  void setsNoVersionWhenNothingWasReleased() throws IOException {
    Files.delete(folder.resolve("released/openapi.yaml"));
    writePage("n: {type: integer}");
    assertThat(accept().edits()).allMatch(edit -> edit.startsWith("canonical/"));
  }

  private static final String CONTRACT = "canonical/openapi.yaml";

  private Acceptance accept() throws IOException {
    return new ContractAcceptance(folder, line -> {}).accept(TestPages.in(folder).derive());
  }

  private void writePage(String properties) throws IOException {
    TestPages.in(folder)
        .addFile(
            "pages/a.yaml",
            TestPages.getDocument(
                "/a", "schema: {type: object, properties: {" + properties + "}}\n"));
  }

  private void replace(String file, String from, String to) throws IOException {
    String text = read(file);
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** Sets the time of each file back and returns the times. */
  private Map<Path, FileTime> age() throws IOException {
    for (Path file : files()) {
      Files.setLastModifiedTime(file, OLD);
    }
    return times();
  }

  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path file : files()) {
      times.put(file, Files.getLastModifiedTime(file));
    }
    return times;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> Files.isRegularFile(file) && !file.toString().contains(".spec-tool"))
          .toList();
    }
  }
}

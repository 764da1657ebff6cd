package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectCommandTest {
  @TempDir Path folder;

  private TestPages pages;
  private Path edited;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void acceptContract() throws IOException {
    pages =
        TestPages.in(folder)
            .addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n")
            .addCorrection("070-a", "  - target: $.info\n    update: {version: 2.0.0}\n");
    assertThat(run("check", "--spec", folder.toString(), "--accept")).isZero();
    edited = folder.resolve("edited.yaml");
    write(contract().replace("Declared only.", "The b."));
  }

  @Test
  void writesCorrectionWithNextNumber() throws IOException {
    assertThat(correct("--name", "fields-of-a")).isZero();
    assertThat(corrections()).containsExactly("070-a.overlay.yaml", "080-fields-of-a.overlay.yaml");
    assertThat(TestPages.text(pages.derive(), "openapi.yaml")).isEqualTo(Files.readString(edited));
    assertThat(Files.readString(folder.resolve("corrections/080-fields-of-a.overlay.yaml")))
        .startsWith("overlay: \"1.0.0\"\ninfo:\n  title: Fields of a\n");
  }

  @Test
  void reportsPlaceholderUntilItIsReplaced() throws IOException {
    correct();
    assertThat(out.toString()).contains("Write its x-why and x-evidence.");
    assertThat(TestPages.findings(pages.derive(), "correction-unexplained"))
        .containsExactly(
            "corrections/080-edit.overlay.yaml:5: [correction-unexplained] expected 'x-why' as a"
                + " person writes it, found a placeholder. Applied; write it.",
            "corrections/080-edit.overlay.yaml:6: [correction-unexplained] expected 'x-evidence' as"
                + " a person writes it, found a placeholder. Applied; write it.");
  }

  @Test
  void writesReasonAndEvidence() throws IOException {
    correct("--why", "The page says nothing.", "--evidence", "pages/a.md:3", "--evidence", "b");
    assertThat(Files.readString(folder.resolve("corrections/080-edit.overlay.yaml")))
        .contains("x-why: The page says nothing.\nx-evidence:\n  - pages/a.md:3\n  - b\n");
    assertThat(TestPages.findings(pages.derive(), "correction-unexplained")).isEmpty();
  }

  @Test
  void writesNothingWhenRefused() throws IOException {
    write(contract().replace("openapi: \"3.0.3\"", "openapi: \"3.1.0\""));
    assertThat(correct()).isEqualTo(1);
    assertThat(corrections()).containsExactly("070-a.overlay.yaml");
    assertThat(err.toString())
        .isEqualTo(
            edited
                + ":1: [edit-refused] expected '3.0.3', found '3.1.0'. Restore it; the tool writes"
                + " this version.\nNothing was written.\n");
  }

  @Test
  void hasNothingToDoWithoutEdit() throws IOException {
    write(contract());
    assertThat(correct()).isZero();
    assertThat(out.toString()).contains("nothing to correct, nothing written");
    assertThat(corrections()).containsExactly("070-a.overlay.yaml");
  }

  @Test
  void neverOverwrites() throws IOException {
    Path target = folder.resolve("080-mine.overlay.yaml");
    Files.writeString(target, "mine");
    assertThat(correct("--out", target.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("expected no file of this name, found one");
    assertThat(target).hasContent("mine");
  }

  @Test
  void writesElsewhere() throws IOException {
    Path target = folder.resolve("proposed/080-mine.overlay.yaml");
    assertThat(correct("--out", target.toString())).isZero();
    assertThat(target).content().contains("description: The b.");
    assertThat(corrections()).containsExactly("070-a.overlay.yaml");
  }

  @Test
  void rejectsNameThatIsNotAppliedLast() throws IOException {
    assertThat(correct("--out", folder.resolve("corrections/060-a.overlay.yaml").toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--out: expected a name after 070-a.overlay.yaml, because it is applied last, found"
                + " 060-a.overlay.yaml");
  }

  @Test
  void refusesEditOfAnOutdatedContract() throws IOException {
    pages.addCorrection("071-b", "  - target: $.info\n    update: {title: Another}\n");
    assertThat(correct()).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "openapi.yaml: [edit-refused] expected the contract that the pages and corrections"
                + " yield, found another one.");
  }

  @Test
  void readsEditOfTheCommittedFileItself() throws IOException {
    Path committed = folder.resolve("canonical/openapi.yaml");
    Files.writeString(committed, Files.readString(edited));
    assertThat(run("correct", "--spec", folder.toString(), "--from", committed.toString()))
        .isZero();
  }

  private String contract() throws IOException {
    return Files.readString(folder.resolve("canonical/openapi.yaml"));
  }

  private void write(String text) throws IOException {
    Files.writeString(edited, text);
  }

  private List<String> corrections() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("corrections"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int correct(String... options) {
    String[] args =
        Stream.concat(
                Stream.of("correct", "--spec", folder.toString(), "--from", edited.toString()),
                Stream.of(options))
            .toArray(String[]::new);
    return run(args);
  }

  private int run(String... args) {
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}

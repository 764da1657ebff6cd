package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesEveryDerivedFile() throws IOException {
    TestPages.in(folder).addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n");
    assertThat(merge()).isZero();
    assertThat(folder.resolve("out"))
        .isDirectoryRecursivelyContaining("glob:**/openapi.yaml")
        .isDirectoryRecursivelyContaining("glob:**/openapi-3.1.yaml")
        .isDirectoryRecursivelyContaining("glob:**/examples/a/1.json")
        .isDirectoryRecursivelyContaining("glob:**/examples/index.json")
        .isDirectoryRecursivelyContaining("glob:**/evidence.tsv")
        .isDirectoryRecursivelyContaining("glob:**/findings.json")
        .isDirectoryRecursivelyContaining("glob:**/FINDINGS.md");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void mergesOtherPagesWhenOneIsRejected() throws IOException {
    TestPages.in(folder)
        .addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n")
        .addFile("pages/b.md", "# Nothing here\n");
    assertThat(merge()).isEqualTo(1);
    assertThat(err.toString()).startsWith("pages/b.md:1: [no-document] ");
    assertThat(folder.resolve("out/openapi.yaml")).content().contains("/v1/tasks:");
  }

  @Test
  void keepsFilesOfTheUser() throws IOException {
    TestPages.in(folder)
        .addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n")
        .addFile("out/examples/my-own.json", "{\"mine\":1}");
    assertThat(merge()).isZero();
    Files.delete(folder.resolve("pages/a.md"));
    TestPages.in(folder).addGetPage("b.md", "/v1/tasks", "example:\n  id: a\n");
    assertThat(merge()).isZero();
    assertThat(folder.resolve("out/examples/my-own.json")).hasContent("{\"mine\":1}");
    assertThat(folder.resolve("out/examples/a/1.json")).doesNotExist();
    assertThat(folder.resolve("out/examples/b/1.json")).exists();
  }

  @Test
  void rejectsFolderWithAnotherContract() throws IOException {
    TestPages.in(folder)
        .addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n")
        .addFile("out/openapi.yaml", "mine");
    assertThat(merge()).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            folder.resolve("out/openapi.yaml")
                + ": [output-folder] expected no file of this name, found one that spec-tool did"
                + " not write. Move it away, or choose another folder; nothing was written.\n");
    assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**/examples");
    assertThat(folder.resolve("out/openapi.yaml")).hasContent("mine");
  }

  @Test
  void printsPagesAndOperations() throws IOException {
    TestPages.in(folder).addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n");
    merge();
    assertThat(out.toString())
        .isEqualTo(
            """
            page        provider  documents  examples  findings
            pages/a.md  a         1          1         1

            operation  request        providers  examples
            op         GET /v1/tasks  a          1
            """);
  }

  @Test
  void rejectsMissingFolder() {
    int exit =
        run("merge", "--pages", folder.resolve("gone").toString(), "--out", folder.toString());
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("--pages: expected a folder, found none at ");
  }

  @Test
  void rejectsMissingOption() {
    assertThat(run("merge")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Missing required options: '--pages=DIR', '--out=DIR'");
  }

  private int merge(String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "merge",
                    "--pages=" + folder.resolve("pages"),
                    "--out=" + folder.resolve("out")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String... args) {
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}

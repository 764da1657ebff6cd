package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.ProgressListener;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorPrinterTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void printsLocationRuleAndRemedy() {
    print(
        new RejectedInputException(
            "some-rule", new SourceLocation("pages/a.md", 7), "found b", "Do c"));
    assertThat(err).hasToString("pages/a.md:7: [some-rule] found b. Do c.\n");
  }

  @Test
  void printsMissingFile() {
    print(new NoSuchFileException("pages/a.md"));
    assertThat(err)
        .hasToString(
            "pages/a.md: cannot be read or written (NoSuchFileException). Check the path and its"
                + " permissions.\n");
  }

  @Test
  void printsInternalErrorWithPage() throws IOException {
    assertThat(merge()).isEqualTo(70);
    assertThat(err)
        .hasToString(
            "pages/a.md: an error in the tool itself: IllegalStateException: a defect. Please"
                + " report it with the page and the output of --stacktrace.\n");
  }

  @Test
  void printsStackTraceOnRequest() throws IOException {
    merge("--stacktrace");
    assertThat(err.toString())
        .contains("Caused by: java.lang.IllegalStateException: a defect")
        .contains("\tat " + ErrorPrinterTest.class.getName());
  }

  private void print(Exception e) {
    assertThat(ErrorPrinter.print(e, new PrintWriter(err, true), false)).isEqualTo(1);
  }

  private int merge(String... more) throws IOException {
    TestPages.in(folder).addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n");
    ProgressListener defect =
        (step, done, all) -> {
          throw new IllegalStateException("a defect");
        };
    String[] args =
        Stream.concat(
                Stream.of("merge", "--pages=" + folder.resolve("pages"), "--out=" + folder),
                Stream.of(more))
            .toArray(String[]::new);
    return SpecTool.run(
        new PrintWriter(new StringWriter()), new PrintWriter(err, true), defect, args);
  }
}

package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {
  private static final String PAGE =
      """
      openapi: 3.0.3
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            summary: ' Blank'
            responses: {'200': {description: D}}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writePage() throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(folder.resolve("pages/acme.yaml"), PAGE);
  }

  @Test
  void printsFindingsWithProviderAndLine() {
    assertThat(findings("--format=text")).isZero();
    assertThat(out.toString())
        .contains("info: pages/acme.yaml\n")
        .containsPattern(
            " {2}trailing-blank: found blanks around the summary\\. Removed the blanks"
                + " \\[acme; pages/acme\\.yaml:6; [0-9a-f]{10}]\n")
        .endsWith("findings: " + (out.toString().lines().count() - 2) + "\n");
  }

  @Test
  void printsErrorsFirstAndReturnsOne() throws IOException {
    Files.writeString(folder.resolve("pages/bad.yaml"), "openapi: 3.0.3\na: *nothing\n");
    assertThat(findings("--format=github")).isEqualTo(1);
    assertThat(out.toString()).startsWith("::error file=pages/bad.yaml,line=2,title=");
  }

  @Test
  void refusesUnknownFormat() {
    assertThat(findings("--format=xml")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "--format: expected text, json, markdown, html, github, sarif, junit, found xml");
  }

  private int findings(String format) {
    return SpecTool.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "findings",
        "--spec",
        folder.toString(),
        format);
  }
}

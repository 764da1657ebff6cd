package io.github.videotasks.spec.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.cli.SpecTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit codes of commands under the decisions of a team. */
class PolicyCommandsTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: A, version: 1.0.0}
      paths:
        /a: {get: {summary: SUMMARY, responses: {'200': {description: ok}}}}
      """;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({"'none: error', 1", "'none: warning', 0", "'breaking: error', 0"})
  void severityDecidesTheExitCodeOfDiff(String severity, int exit) throws IOException {
    assertThat(diff("changes:\n  " + severity + "\n")).isEqualTo(exit);
  }

  @Test
  void diffRefusesUnknownNames() throws IOException {
    assertThat(diff("changes:\n  nothing: error\n")).isEqualTo(1);
    assertThat(err.toString()).startsWith("s.yaml:2: [severities] expected one of breaking,");
  }

  @Test
  void diffRequiresTheFile() throws IOException {
    write("old.yaml", CONTRACT);

    assertThat(run("diff", at("old.yaml"), at("old.yaml"), "--severities", at("none.yaml")))
        .isEqualTo(2);
  }

  @Test
  void checkFailsForAnEntryThatNoLongerOccurs() throws IOException {
    write("pages/acme.yaml", CONTRACT);
    assertThat(run("check", "--spec", folder.toString(), "--accept")).isZero();
    assertThat(run("check", "--spec", folder.toString())).isZero();
    write("known-findings.yaml", "findings:\n  - {id: f000000000, reason: a, until: 9999-01-01}\n");

    assertThat(run("check", "--spec", folder.toString())).isEqualTo(1);
    assertThat(err)
        .hasToString(
            "known-findings.yaml:2: [known-findings] expected a finding with the id f000000000,"
                + " found none: it no longer occurs. Delete the entry.\n");
  }

  @Test
  void acceptIsNotCompleteForAnEntryThatNoLongerOccurs() throws IOException {
    write("pages/acme.yaml", CONTRACT);
    write("known-findings.yaml", "findings:\n  - {id: f000000000, reason: a, until: 9999-01-01}\n");

    assertThat(run("check", "--spec", folder.toString(), "--accept")).isEqualTo(1);
  }

  private int diff(String severities) throws IOException {
    write("old.yaml", CONTRACT);
    write("new.yaml", CONTRACT.replace("SUMMARY", "Other"));
    write("s.yaml", severities);
    return run("diff", at("old.yaml"), at("new.yaml"), "--severities", at("s.yaml"));
  }

  private int run(String... args) {
    PrintWriter out = new PrintWriter(new StringWriter());
    return SpecTool.run(out, new PrintWriter(err, true), args);
  }

  private String at(String file) {
    return folder.resolve(file).toString();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}

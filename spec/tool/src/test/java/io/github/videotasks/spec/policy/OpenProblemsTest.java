package io.github.videotasks.spec.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person has to decide before a check succeeds. */
class OpenProblemsTest {
  private static final String PAGE =
      """
      openapi: 3.0.1
      info: {title: A, version: 1.0.0}
      paths:
        /task:
          get:
            summary: ' Blanks '
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    example:
                      status: STATUS
      """;

  @TempDir private Path folder;

  @BeforeEach
  void copyTables() throws IOException {
    for (String table : List.of("status-values.yaml", "known-places.yaml")) {
      Files.copy(Path.of("..", table), folder.resolve(table));
    }
    page("queued");
  }

  @Test
  void hasNoneForKnownStatus() throws IOException {
    assertThat(problems()).isEmpty();
  }

  @Test
  void hasOneForUnknownStatusWithItsLine() throws IOException {
    page("upscaling");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("pages/acme.yaml:13: [unknown-status]");
  }

  @Test
  void hasOneForEachFindingThatBecameAnError() throws IOException {
    write("severities.yaml", "rules:\n  trailing-blank: error\n");
    String problem = problems().get(0);

    assertThat(problem)
        .startsWith("pages/acme.yaml:6: [trailing-blank] found blanks around the summary.")
        .matches(
            ".* severities\\.yaml makes this an error: repair the page, or add f[0-9a-f]{9} to"
                + " known-findings\\.yaml");
    accept(problem, "2030-06-01");
    assertThat(problems()).isEmpty();
  }

  @Test
  void hasOneForAnEntryThatIsOutOfDate() throws IOException {
    write("severities.yaml", "rules:\n  trailing-blank: error\n");
    accept(problems().get(0), "2030-05-31");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("known-findings.yaml:2: [known-findings] expected a date from 2030-06-01 on");
  }

  private void accept(String problem, String until) throws IOException {
    String id = problem.replaceFirst(".* add (f[0-9a-f]{9}) to .*", "$1");
    write(
        "known-findings.yaml",
        "findings:\n  - id: " + id + "\n    reason: Reported.\n    until: " + until + "\n");
  }

  private List<String> problems() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2030-06-01T23:59:59Z"), ZoneOffset.UTC);
    return new OpenProblems(folder, clock).find(Derivation.derive(SourcePaths.of(folder)));
  }

  private void page(String status) throws IOException {
    write("pages/acme.yaml", PAGE.replace("STATUS", status));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}

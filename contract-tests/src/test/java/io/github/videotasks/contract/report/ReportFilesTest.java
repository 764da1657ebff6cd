package io.github.videotasks.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.provider.Verdict;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  private static final String HOSTILE =
      "<script>alert(1)</script>\" onload='x' & |`_*](http://x)\n# h";

  @TempDir private Path folder;

  @Test
  void noTextOfAHostOrAPactBecomesMarkup() throws IOException {
    write(
        new Verdict(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            Outcome.FAILED,
            HOSTILE,
            List.of(HOSTILE)));

    assertThat(read("index.html"))
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "' onload", "\" onload");
    assertThat(read("index.md"))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("\n# h", "<script", " |`");
    assertThat(new JsonMapper().readTree(read("index.json")).at("/providers/0/id").asText())
        .isEqualTo(HOSTILE);
  }

  @Test
  void thePageAsksForNothing() throws IOException {
    write(verdict(Outcome.VERIFIED));

    assertThat(read("index.html"))
        .contains("default-src 'none'", "prefers-color-scheme:dark", "name=\"viewport\"")
        .doesNotContain("src=\"", "@import", "url(", "<script", "http://", "https://");
  }

  @Test
  void saysThatAJudgeDisagrees() throws IOException {
    write(verdict(Outcome.VERIFIED), verdict(Outcome.FAILED));

    assertThat(read("index.html")).contains("Some judge disagrees.", "$.status is missing");
  }

  @Test
  void saysThatNoJudgeDisagrees() throws IOException {
    write(verdict(Outcome.VERIFIED), verdict(Outcome.SKIPPED));

    assertThat(read("index.html")).contains("No judge disagrees.");
  }

  @Test
  void everyTableHasACaptionAndHeadings() throws IOException {
    write(verdict(Outcome.VERIFIED));

    String page = read("index.html");
    assertThat(page.split("<table", -1)).hasSameSizeAs(page.split("<caption", -1));
    assertThat(page).contains("scope=\"col\"", "scope=\"rowgroup\"").doesNotContain("<th>");
  }

  private static Verdict verdict(Outcome outcome) {
    return new Verdict(
        "video-tasks-client-ext",
        "chainhub-veo",
        "waiting",
        "a request for a waiting task " + outcome,
        "chainhub-veo.md example 1",
        outcome,
        "live host 127.0.0.1",
        outcome == Outcome.FAILED ? List.of("$.status is missing") : List.of());
  }

  private void write(Verdict... verdicts) throws IOException {
    new ReportFiles(folder).write(VerdictReport.of(List.of(verdicts)));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}

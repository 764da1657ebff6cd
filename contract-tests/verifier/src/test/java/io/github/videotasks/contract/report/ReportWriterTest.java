package io.github.videotasks.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.provider.ContractProblem;
import io.github.videotasks.contract.provider.ContractProblem.Kind;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.report.MutationScore.Survivor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

  private static final String HOSTILE =
      "<script>alert(1)</script>\" onload='x' & |`_*](http://x)\n# h";

  private static final ReportHead HEAD =
      new ReportHead("2026-01-02T03:04:05Z", "contract-verifier 1.0", "2.0.0", "0123abc");

  private static final ContractProblem MISSING_URL =
      new ContractProblem(
          Kind.MISSING,
          "video_url",
          "a text such as \"https://a.example/v.mp4\"",
          "nothing",
          "of Pact");

  @TempDir private Path folder;

  @Test
  void escapesHostileText() throws IOException {
    write(
        new VerificationOutcome(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            Status.FAILED,
            HOSTILE,
            List.of(new ContractProblem(Kind.VALUE, HOSTILE, HOSTILE, HOSTILE, HOSTILE))));

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
  void htmlLoadsNoExternalResources() throws IOException {
    write(outcome(Status.VERIFIED));

    assertThat(read("index.html"))
        .contains("default-src 'none'", "prefers-color-scheme:dark", "name=\"viewport\"")
        .doesNotContain("src=\"", "@import", "url(", "<script", "http://", "https://");
  }

  @Test
  void reportsFailedCheck() throws IOException {
    write(outcome(Status.VERIFIED), outcome(Status.FAILED));

    assertThat(read("index.html"))
        .contains("1 of 2 contracts are broken", "What broke", "to find the file");
  }

  @Test
  void reportsNoFailedCheck() throws IOException {
    write(outcome(Status.VERIFIED), outcome(Status.SKIPPED));

    assertThat(read("index.html")).contains("No check failed. 1 of 2 contracts were tried.");
  }

  @Test
  void firstBlockSaysWhatBrokeForBothClients() throws IOException {
    write(outcome(Status.VERIFIED), outcome(Status.FAILED));

    String page = read("index.html");
    assertThat(page.indexOf("What broke</h2>")).isLessThan(page.indexOf("Overview</h2>"));
    assertThat(page)
        .contains(
            "<h3>chainhub-veo <span class=\"soft\">· waiting · queryVideoTask · Pact verifier on"
                + " live host 127.0.0.1: FAILED</span></h3>",
            "<dt>expected</dt><dd>a text such as &quot;https://a.example/v.mp4&quot;</dd>",
            "Compare with the vendor's page.".replace("'", "&#39;"));
    assertThat(read("index.md"))
        .contains("- video\\_url: missing (needed to find the file)", "contract 2.0.0");
  }

  @Test
  void saysThatNothingWasTried() throws IOException {
    write(outcome(Status.SKIPPED));

    assertThat(read("index.html"))
        .contains("<strong>Nothing was tried.</strong>")
        .doesNotContain("What broke", "✓</span><span class=\"sr\">");
    assertThat(new JsonMapper().readTree(read("index.json")).path("headline").asText())
        .isEqualTo("Nothing was tried.");
  }

  @Test
  void headNamesSourceOfEachProvider() throws IOException {
    write(outcome(Status.VERIFIED));

    assertThat(read("index.html")).contains("<li>chainhub-veo: live host 127.0.0.1</li>\n</ul>");
    assertThat(read("index.md")).contains("\n\nchainhub-veo: live host 127.0.0.1\n");
    assertThat(new JsonMapper().readTree(read("index.json")).at("/providers/0/source").asText())
        .isEqualTo("live host 127.0.0.1");
  }

  @Test
  void chartShowsMutantsOfEachContract() throws IOException {
    MutationScore score =
        new MutationScore(
            "video-tasks-client-ext",
            "chainhub-veo",
            12,
            6,
            List.of(
                new Survivor("DROP $.a", 1, "known"), new Survivor("DROP $.b", 2, "not accepted")),
            3,
            0);
    new ReportWriter(folder)
        .write(new Report(HEAD, List.of(), List.of(score), List.of(), List.of()));

    assertThat(read("index.html"))
        .contains(
            "<li><span>chainhub-veo</span> <span class=\"soft\">ext · 66 % ✓&nbsp;6 ≈&nbsp;1"
                + " ✗&nbsp;2 </span><span class=\"stack\" aria-hidden=\"true\">"
                + "<span class=\"good\" style=\"flex:6\"></span>"
                + "<span class=\"agreed\" style=\"flex:1\"></span>"
                + "<span class=\"bad\" style=\"flex:2\"></span></span></li>");
  }

  @Test
  void tablesHaveCaptionAndHeaders() throws IOException {
    write(outcome(Status.VERIFIED));

    String page = read("index.html");
    assertThat(page.split("<table", -1)).hasSameSizeAs(page.split("<caption", -1));
    assertThat(page).contains("scope=\"col\"", "scope=\"rowgroup\"").doesNotContain("<th>");
  }

  private static VerificationOutcome outcome(Status status) {
    return new VerificationOutcome(
        "video-tasks-client-ext",
        "chainhub-veo",
        "queryVideoTask",
        "spec/pages/chainhub-veo.md",
        "waiting",
        "a request for a waiting task " + status,
        "chainhub-veo.md example 1",
        status,
        "live host 127.0.0.1",
        status == Status.FAILED ? List.of(MISSING_URL) : List.of());
  }

  private void write(VerificationOutcome... outcomes) throws IOException {
    new ReportWriter(folder).write(OutcomeReportBuilder.build(HEAD, List.of(outcomes)));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}

package io.github.videotasks.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageWatchTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final List<String> ALL_UNMODIFIED =
      List.of(
          "304 /chainhub-grok.md",
          "304 /chainhub-openai.md",
          "304 /chainhub-sora.md",
          "304 /chainhub-veo.md",
          "304 /jxincm-sora.md");

  @TempDir Path root;
  private WatchFixture fixture;

  @BeforeEach
  void create() throws IOException {
    fixture = WatchFixture.create(root);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The memory has the ETag of the change, and the repository still has the old page. */
  @Test
  void findsChangeAgainThatWasNotMerged() throws Exception {
    String before = page("chainhub-veo");
    fixture.publish("chainhub-veo", before + "\n");
    assertThat(fixture.run(NOW).exitCode()).isEqualTo(10);
    Files.writeString(fixture.folder().resolve("pages/chainhub-veo.md"), before);
    assertThat(fixture.run(NOW).exitCode()).isEqualTo(10);
    assertThat(page("chainhub-veo")).isEqualTo(before + "\n");
    fixture.host.takeLog();
    assertThat(fixture.run(NOW).exitCode()).isZero();
    assertThat(fixture.host.takeLog()).isEqualTo(ALL_UNMODIFIED);
  }

  @Test
  void keepsPageThatLosesAnOperationUnlessAccepted() throws Exception {
    String old = page("chainhub-grok");
    String renamed = old.replace("/v1/video/query:", "/v2/video/query:");
    fixture.publish("chainhub-grok", renamed);
    WatchResult refused = fixture.run(NOW);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(failed(refused))
        .containsExactly(
            "chainhub-grok: failed since 2026-12-01T09:00:00Z (1 run): pages/chainhub-grok.md:"
                + " [page-loss] expected a text with all operations of the page, found one without"
                + " GET /v1/video/query. Read the text that was kept; if the vendor removed this,"
                + " run with --accept-loss. The text is kept in "
                + fixture.memory().resolve("failed/chainhub-grok.txt")
                + ".");
    assertThat(page("chainhub-grok")).isEqualTo(old);
    assertThat(fixture.memory().resolve("failed/chainhub-grok.txt")).hasContent(renamed);

    assertThat(fixture.run(NOW, "chainhub-grok").exitCode()).isEqualTo(10);
    assertThat(page("chainhub-grok")).isEqualTo(renamed);
  }

  @Test
  void keepsPageThatLosesAllExamples() throws Exception {
    String old = page("chainhub-grok");
    fixture.publish(
        "chainhub-grok", old.replace("              examples:", "              x-old:"));
    assertThat(failed(fixture.run(NOW)).get(0))
        .contains("[page-loss]", "found one without all examples of GET /v1/video/query");
  }

  /** A host that sends one page for every URL. */
  @Test
  void keepsPageWhenHostSendsThatOfAnotherProvider() throws Exception {
    fixture.publish("chainhub-sora", fixture.published("chainhub-grok"));
    fixture.publish("chainhub-veo", fixture.published("chainhub-grok") + "\n");
    fixture.publish("chainhub-grok", fixture.published("chainhub-veo"));
    WatchResult result = fixture.run(NOW);
    assertThat(failed(result))
        .hasSize(3)
        .allMatch(line -> line.contains("[same-page] expected a text of its own, found that of"));
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void fetchesUrlOfTwoProvidersOnce() throws Exception {
    Path file = fixture.folder().resolve("providers.yaml");
    Files.writeString(
        file, Files.readString(file).replace("/chainhub-sora.md\n", "/chainhub-veo.md\n"));
    fixture.publish("chainhub-veo", fixture.published("chainhub-veo") + "\n");
    WatchResult result = fixture.run(NOW);
    assertThat(fixture.host.takeLog()).hasSize(4).containsOnlyOnce("200 /chainhub-veo.md");
    assertThat(result.exitCode()).isEqualTo(10);
    assertThat(page("chainhub-sora")).isEqualTo(page("chainhub-veo"));
  }

  /** Corrections name a place of the page, which the new text does not have. */
  @Test
  void keepsPageThatACorrectionDoesNotFitAndTakesTheOthers() throws Exception {
    Files.writeString(
        fixture.folder().resolve("corrections/020-text.overlay.yaml"),
        """
        overlay: 1.0.0
        x-why: The page has no description.
        x-evidence: pages/jxincm-sora.md:14
        actions:
          - target: $.paths['/v1/videos/{id}'].get.responses['200'].content['application/json'].schema.properties.seconds
            update:
              description: The length.
        """);
    accept();
    fixture.publish("chainhub-openai", page("chainhub-openai").replace("seconds:", "length:"));
    fixture.publish("chainhub-veo", page("chainhub-veo") + "\n");
    WatchResult result = fixture.run(NOW);
    assertThat(result.exitCode()).isEqualTo(11);
    assertThat(failed(result)).hasSize(1);
    assertThat(failed(result).get(0))
        .startsWith("chainhub-openai: failed since 2026-12-01T09:00:00Z (1 run): ")
        .contains("corrections/020-text.overlay.yaml:5", "[correction-unmatched]");
    assertThat(page("chainhub-veo")).endsWith("\n\n");
  }

  @Test
  void refusesFolderThatIsNotUpToDate() throws Exception {
    Files.writeString(fixture.folder().resolve("canonical/openapi.yaml"), "openapi: 3.0.3\n");
    fixture.publish("chainhub-veo", page("chainhub-veo") + "\n");
    Map<String, String> before = fixture.files();
    assertThatThrownBy(() -> fixture.run(NOW))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageStartingWith("canonical: [not-up-to-date] expected the files that the pages");
    assertThat(fixture.files()).isEqualTo(before);
  }

  /** Somebody edits a file while the contract is derived. */
  @Test
  void writesNothingWhenFolderChangesMeanwhile() throws Exception {
    try (ContractUpdate update = ContractUpdate.of(fixture.folder(), List.of(), TODAY)) {
      Files.writeString(fixture.folder().resolve("REVIEW.md"), "edited");
      Map<String, String> before = fixture.files();
      assertThatThrownBy(
              () -> update.publish(Map.of("REVIEW.md", new byte[0], "a.md", new byte[0]), l -> {}))
          .hasMessage(
              "REVIEW.md: [output-folder] expected the file as it was when the run began, found a"
                  + " change. Run the command again; nothing was written.");
      assertThat(fixture.files()).isEqualTo(before);
    }
  }

  @Test
  void goesOnWithoutMemoryWhenItIsUnreadable() throws Exception {
    Files.createDirectories(fixture.memory());
    Files.writeString(fixture.memory().resolve("watch.json"), "{\"failures\": {\"a\": {}}}");
    assertThat(fixture.run(NOW).exitCode()).isZero();
    assertThat(fixture.notices)
        .containsExactly(
            fixture.memory().resolve("watch.json")
                + ": expected the memory of watch, found another text. It is written anew.");
    fixture.host.takeLog();
    fixture.run(NOW);
    assertThat(fixture.host.takeLog()).isEqualTo(ALL_UNMODIFIED);
  }

  /** 10 MB, a redirect loop, a redirect to a file, and an error in the tool. */
  @Test
  void onePageThatFailsStopsNoOther() throws Exception {
    fixture.publish("chainhub-grok", "x".repeat(10_000_000));
    fixture.publish("chainhub-openai", VendorHost.REDIRECT + "/chainhub-openai.md");
    fixture.publish("chainhub-sora", VendorHost.REDIRECT + "file:///etc/passwd");
    fixture.publish("jxincm-sora", page("jxincm-sora") + "\n");
    PageClient failing =
        (url, name, known) -> {
          if (url.endsWith("veo.md")) {
            throw new IllegalStateException("a defect");
          }
          return WatchFixture.client().read(url, name, known);
        };
    WatchResult result = fixture.run(NOW, failing);
    assertThat(result.exitCode()).isEqualTo(11);
    assertThat(failed(result))
        .extracting(line -> line.replaceAll(".*\\[(\\S+)\\] .*", "$1"))
        .containsExactly("too-large", "redirects", "redirects", "not-fetched");
    assertThat(page("jxincm-sora")).isEqualTo(fixture.published("jxincm-sora"));
  }

  private void accept() throws IOException {
    try (ContractUpdate update = ContractUpdate.of(fixture.folder(), List.of(), TODAY)) {
      update.accept();
      update.publish(Map.of(), line -> {});
    }
  }

  private static List<String> failed(WatchResult result) {
    return result.pages().stream()
        .filter(page -> page.status() == Status.FAILED)
        .map(WatchedPage::toString)
        .toList();
  }

  private String page(String provider) throws IOException {
    return Files.readString(fixture.folder().resolve("pages/" + provider + ".md"));
  }
}

package io.github.videotasks.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.drift.VersionCheck;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten days in the life of five pages on a loopback host. The expected REVIEW.md of each day with a
 * change is in src/test/resources/watch; {@code -Dspec.accept} writes it again.
 */
class PageHistoryTest {
  private static final String LOGIN =
      "<!DOCTYPE html><html><head><title>Log in</title></head><body>Log in</body></html>";
  private static final String CONTRACT_FILES = "CHANGELOG.md REVIEW.md canonical corrections ";

  @TempDir Path root;
  private WatchFixture fixture;
  private String output = "";

  @BeforeEach
  void create() throws IOException {
    fixture = WatchFixture.create(root);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The responses are those of grok, openai, sora, veo and jxincm, in this order. */
  @Test
  void tenDaysOfPages() throws Exception {
    // The host publishes what the repository has, and then says so.
    expectDay(1, 0, "200 200 200 200 200", "");
    expectDay(2, 0, "304 304 304 304 304", "");

    fixture.publish("chainhub-veo", fixture.published("chainhub-veo") + "\n");
    expectDay(3, 10, "304 304 304 200 304", "REVIEW.md pages/chainhub-veo.md providers.yaml");

    edit("jxincm-sora", "status: pending", "status: paused");
    expectDay(4, 10, "304 304 304 304 200", CONTRACT_FILES + "pages/jxincm-sora.md providers.yaml");
    assertThat(versions()).containsExactly("1.1.0", "1.0.0");

    fixture.publish("jxincm-sora", VendorHost.DOWN);
    expectDay(5, 3, "304 304 304 304 ---", "");
    assertThat(output).contains("jxincm-sora: failed since 2026-12-05T09:00:00Z (1 run): ");

    String sora = fixture.published("chainhub-sora");
    fixture.publish("chainhub-sora", LOGIN);
    expectDay(6, 3, "304 304 200 304 ---", "");
    assertThat(output)
        .contains(
            "chainhub-sora: failed since 2026-12-06T09:00:00Z (1 run): 127.0.0.1: [html-page]")
        .contains("jxincm-sora: failed since 2026-12-05T09:00:00Z (2 runs): ");

    fixture.publish("jxincm-sora", page("jxincm-sora"));
    expectDay(7, 3, "304 304 200 304 304", "");
    assertThat(output)
        .contains("jxincm-sora: unchanged; had failed since 2026-12-05T09:00:00Z (2 runs)\n");
    assertThat(failedText("chainhub-sora")).hasContent(LOGIN);

    edit("chainhub-grok", "asset_id: ", "media_id: ");
    expectDay(
        8, 11, "200 304 200 304 304", CONTRACT_FILES + "pages/chainhub-grok.md providers.yaml");
    assertThat(versions()).containsExactly("2.0.0", "1.1.0", "1.0.0");

    String openai = fixture.published("chainhub-openai");
    fixture.publish("chainhub-openai", "# Retrieve a video\n\nThis page has moved.\n");
    fixture.publish("chainhub-sora", sora);
    expectDay(9, 3, "304 200 304 304 304", "");
    assertThat(failedText("chainhub-openai"))
        .hasContent("# Retrieve a video\n\nThis page has moved.");
    assertThat(failedText("chainhub-sora")).doesNotExist();

    fixture.publish("chainhub-openai", openai.replace("status: completed", "status: done"));
    edit("chainhub-veo", "status: pending", "status: pending\n                audio_url: null");
    expectDay(
        10,
        10,
        "304 200 304 200 304",
        CONTRACT_FILES + "pages/chainhub-openai.md pages/chainhub-veo.md providers.yaml");
    assertThat(output)
        .contains("chainhub-openai: changed; had failed since 2026-12-09T09:00:00Z (1 run)\n");
    assertThat(failedText("chainhub-openai")).doesNotExist();
  }

  private void expectDay(int day, int exitCode, String responses, String touched) throws Exception {
    Map<String, String> before = fixture.files();
    WatchResult result = fixture.run(Instant.parse("2026-12-%02dT09:00:00Z".formatted(day)));
    output = result.pages().stream().map(page -> page + "\n").collect(Collectors.joining());
    assertThat(result.exitCode()).as("day %s\n%s", day, output).isEqualTo(exitCode);
    assertThat(result.remaining()).isEmpty();
    assertThat(responses()).as("day %s", day).isEqualTo(responses);
    List<String> differences = WatchFixture.differences(before, fixture.files());
    assertThat(touched(differences)).as("day %s", day).isEqualTo(touched);
    assertThat(result.written()).isEqualTo(differences);
    if (!result.written().isEmpty()) {
      expectReview(day);
    }
    expectUpToDate();
  }

  private String responses() {
    return fixture.host.takeLog().stream()
        .sorted((a, b) -> a.substring(4).compareTo(b.substring(4)))
        .map(line -> line.substring(0, 3))
        .collect(Collectors.joining(" "));
  }

  /** The folders of derived files and corrections are named once. */
  private static String touched(List<String> files) {
    return files.stream()
        .map(name -> name.replaceFirst("^(canonical|corrections)/.*", "$1"))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private void expectReview(int day) throws IOException {
    String review = Files.readString(fixture.folder().resolve("REVIEW.md"));
    String text = review.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST");
    Path file = Path.of("src/test/resources/watch", "review-%02d.txt".formatted(day));
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(Files.readString(file));
  }

  /** The folder passes the check of the build after each day. */
  private void expectUpToDate() throws IOException {
    DerivationResult derived = Derivation.derive(SourcePaths.of(fixture.folder()));
    OutputFolder canonical = new OutputFolder(fixture.folder().resolve("canonical"), line -> {});
    assertThat(new DriftDetector(canonical).detect(derived)).isEmpty();
    byte[] contract = Objects.requireNonNull(derived.files().get("openapi.yaml"));
    assertThat(new VersionCheck(fixture.folder()).findProblem(contract)).isNull();
  }

  private void edit(String provider, String from, String to) {
    String text = fixture.published(provider).replace(from, to);
    assertThat(text).isNotEqualTo(fixture.published(provider));
    fixture.publish(provider, text);
  }

  private String page(String provider) throws IOException {
    return Files.readString(fixture.folder().resolve("pages/" + provider + ".md"));
  }

  private Path failedText(String provider) {
    return fixture.memory().resolve("failed/" + provider + ".txt");
  }

  private List<String> versions() throws IOException {
    return Files.readString(fixture.folder().resolve("CHANGELOG.md"))
        .lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }
}

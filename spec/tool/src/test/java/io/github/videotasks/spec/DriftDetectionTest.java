package io.github.videotasks.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.cli.SpecTool;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check fails when a page or a correction was edited without accepting the changes. */
class DriftDetectionTest {
  private static final String ACCEPT =
      "To accept: mvn -pl spec/tool process-classes -Dspec.accept\n";

  private static final Path SPEC = Path.of("..");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copySpecFolder() throws IOException {
    for (String part :
        new String[] {
          "pages",
          "corrections",
          "canonical",
          "providers.yaml",
          "status-values.yaml",
          "known-places.yaml",
          "waiting.yaml"
        }) {
      try (Stream<Path> files = Files.walk(SPEC.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(SPEC.relativize(file)));
        }
      }
    }
  }

  @Test
  void passesWithoutEdits() {
    assertThat(check()).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith(
            "The contract is up to date: read 5 pages, 7 correction files, 7 examples; derived 2"
                + " operations; compared ")
        .endsWith(" files in canonical/.\n");
  }

  @Test
  void reportsBreakingChangeWhenPageChangesType() throws IOException {
    edit("pages/chainhub-grok.md", "post_id: 393ae1ec-1dc7-4f26-bb53-afe361bc3b3a", "post_id: 7");
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString())
        .contains("breaking: ")
        .contains("VideoTask")
        .contains("post_id")
        .contains("compatible: examples/chainhub-grok/2.json: example changed, shows another type")
        .endsWith(ACCEPT);
  }

  @Test
  void failsWhenCorrectionChangesText() throws IOException {
    edit(
        "corrections/040-task-fields.overlay.yaml",
        "Whether the video has been upscaled.",
        "Bigger.");
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString()).contains("none: ").contains("Bigger.").endsWith(ACCEPT);
  }

  @Test
  void failsWhenStageOfStatusValueChanges() throws IOException {
    edit("status-values.yaml", "  done: SUCCEEDED", "  done: RUNNING");
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString())
        .contains("none: status-values.json, wait-for-video.arazzo.yaml: changed")
        .endsWith(ACCEPT);
  }

  @Test
  void passesAfterAccept() throws IOException {
    edit(
        "pages/chainhub-grok.md",
        "upscaled: false",
        "upscaled: false\n                    crisp: true");
    assertThat(check("--accept")).isZero();
    assertThat(check()).isZero();
    assertThat(folder.resolve("canonical/openapi.yaml")).content().contains("crisp:");
  }

  @Test
  void acceptDeletesObsoleteExamples() throws IOException {
    Files.delete(folder.resolve("pages/chainhub-veo.md"));
    Path providers = folder.resolve("providers.yaml");
    String entry = "(?s)  - id: chainhub-veo\n.*?(?=  - id)";
    Files.writeString(providers, Files.readString(providers).replaceFirst(entry, ""));
    assertThat(check("--accept")).isZero();
    assertThat(folder.resolve("canonical/examples/chainhub-veo/1.json")).doesNotExist();
    assertThat(folder.resolve("canonical/examples/chainhub-grok/1.json")).exists();
  }

  @Test
  void acceptKeepsFileOfTheUserAndReportsIt() throws IOException {
    Files.writeString(folder.resolve("canonical/examples/mine.json"), "{}");
    assertThat(check("--accept")).isEqualTo(1);
    assertThat(folder.resolve("canonical/examples/mine.json")).hasContent("{}");
    assertThat(out.toString()).contains("Not complete yet. canonical/examples/mine.json: ");
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString()).contains("examples/mine.json");
  }

  @Test
  void showsChangesBesideCorrectionsThatMatchNothing() throws IOException {
    edit("pages/chainhub-grok.md", "upscaled: false", "larger: false");
    assertThat(check("--accept")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("corrections/040-task-fields.overlay.yaml:")
        .contains(
            "[correction-unmatched] the update adds the property 'upscaled', which no page declares"
                + " or shows",
            """
            Without these corrections, the derived contract differs from the committed one:
              breaking: VideoTask.upscaled: optional field removed: boolean -> (nothing). upscaled is gone, larger with the same values is new
            """,
            "  compatible: VideoTask.larger: optional field added: (nothing) -> boolean\n")
        .endsWith("Nothing was written.\n");
  }

  /** Both commands that read derived files: the first completes the change. */
  @Test
  void completesInterruptedAcceptBeforeReading() throws IOException {
    interruptAccept();
    assertThat(check()).isZero();
    interruptAccept();
    String canonical = folder.resolve("canonical").toString();
    assertThat(
            SpecTool.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "diff",
                canonical,
                "" + SPEC.resolve("canonical")))
        .isZero();
    assertThat(err.toString().lines())
        .containsExactly(
            canonical + ": an earlier run ended while it changed 1 files; completed the change.",
            canonical + ": an earlier run ended while it changed 1 files; completed the change.");
  }

  @Test
  void rejectsListThatDoesNotMatch() throws IOException {
    Files.delete(folder.resolve("canonical/derived-files.sha256"));
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString()).contains("none: derived-files.sha256: changed");
  }

  /** Leaves the state of a process that was killed before it replaced the contract. */
  private void interruptAccept() throws IOException {
    Path canonical = folder.resolve("canonical");
    byte[] contract = Files.readAllBytes(canonical.resolve("openapi.yaml"));
    Path work = Files.createDirectories(canonical.resolve(".spec-tool/new"));
    Files.write(work.resolve("0"), contract);
    Files.writeString(canonical.resolve("openapi.yaml"), "half");
    Files.writeString(
        canonical.resolve(".spec-tool/journal"),
        "spec-tool transaction 1\nfile\t%s\t%s\topenapi.yaml\nend\n"
            .formatted(Sha256.hex("half".getBytes(UTF_8)), Sha256.hex(contract)));
  }

  private int check(String... more) {
    String[] args =
        Stream.concat(Stream.of("check", "--spec=" + folder), Stream.of(more))
            .toArray(String[]::new);
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}

package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.cli.SpecTool;
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
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copySpecFolder() throws IOException {
    for (String part : new String[] {"pages", "corrections", "canonical", "providers.yaml"}) {
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

  private int check(String... more) {
    String[] args =
        Stream.concat(Stream.of("check", "--spec=" + folder), Stream.of(more))
            .toArray(String[]::new);
    return SpecTool.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}

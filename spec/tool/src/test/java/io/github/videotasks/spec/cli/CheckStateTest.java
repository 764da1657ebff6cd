package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckStateTest {
  private static final String UP_TO_DATE = "The contract is up to date";
  private static final String NOTHING_CHANGED = ": nothing has changed since the last check.\n";
  private static final String PAGE =
      """
      openapi: 3.0.3
      info: {title: T, version: 1.0.0}
      paths: {/a: {get: {responses: {'200': {description: d}}}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void accept() throws IOException {
    Files.createDirectory(folder.resolve("pages"));
    Files.writeString(folder.resolve("pages/a.yaml"), PAGE);
    assertThat(check("--accept")).contains("Accepted");
  }

  @Test
  void derivesNothingWhenNothingChanged() {
    assertThat(check()).startsWith(UP_TO_DATE + ": read 1 page, 0 correction files, 0 examples");
    assertThat(check()).isEqualTo(UP_TO_DATE + NOTHING_CHANGED);
  }

  @Test
  void derivesAgainWhenAnInputChanged() throws IOException {
    for (String input :
        List.of(
            "pages/b.yaml", "providers.yaml", "corrections/c.yaml", "released/x", "CHANGELOG.md")) {
      check();
      Path file = folder.resolve(input);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
      assertThat(check()).as(input).doesNotContain(NOTHING_CHANGED);
      Files.delete(file);
    }
  }

  @Test
  void noticesEditedAndDeletedDerivedFile() throws IOException {
    check();
    Path derived = folder.resolve("canonical/openapi.yaml");
    String content = Files.readString(derived);
    Files.writeString(derived, content.replace("summary", "description"));
    assertThat(check()).contains("The derived contract differs");
    Files.delete(derived);
    assertThat(check()).contains("The derived contract differs");
    Files.writeString(derived, content);
    assertThat(check()).startsWith(UP_TO_DATE);
  }

  @Test
  void exportsAgainWhenTheExportIsGone() throws IOException {
    check();
    Files.delete(folder.resolve("export/video-tasks.yaml"));
    assertThat(check()).doesNotContain(NOTHING_CHANGED);
    assertThat(folder.resolve("export/video-tasks.yaml")).exists();
  }

  @Test
  void acceptsAlwaysByDeriving() {
    check();
    assertThat(check("--accept")).contains("Accepted 0 changes");
  }

  @Test
  void ignoresDamagedRecord() throws IOException {
    check();
    Files.writeString(folder.resolve("state"), "other");
    assertThat(check()).doesNotContain(NOTHING_CHANGED);
  }

  @Test
  void trustsNoSymbolicLink() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), PAGE);
    Files.createSymbolicLink(folder.resolve("pages/link"), elsewhere);
    check();
    assertThat(check()).doesNotContain(NOTHING_CHANGED);
  }

  @Test
  void dependsOnTheTool() throws IOException {
    CheckState state =
        new CheckState(folder.resolve("state"), List.of(folder.resolve("pages")), "");
    String before = state.read();
    String version = System.setProperty("java.vm.version", "other");
    try {
      assertThat(state.read()).isNotNull().isNotEqualTo(before);
    } finally {
      System.setProperty("java.vm.version", version);
    }
  }

  private String check(String... more) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    String[] args = {
      "check",
      "--spec=" + folder,
      "--state=" + folder.resolve("state"),
      "--export=" + folder.resolve("export"),
      more.length == 0 ? "--accept=false" : more[0]
    };
    SpecTool.run(writer, writer, args);
    return out.toString();
  }
}

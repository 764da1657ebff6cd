package io.github.videotasks.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops a write before each of its steps, as a crash or a full disk does. */
class ReportFilesTest {

  /** Ends a write like a killed process: no code handles it. */
  private static final class WriterKilled extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path folder;
  private final List<String> notices = new ArrayList<>();

  @Test
  void killedWriterLeavesOldOrNewFilesForTheNextRun() throws IOException {
    List<String> steps = new ArrayList<>();
    write("old", steps::add);
    assertThat(steps)
        .containsExactly(
            "begin",
            "stage index.html",
            "stage index.json",
            "decide",
            "move index.html",
            "move index.json",
            "end");
    for (int killed = 0; killed < steps.size(); killed++) {
      write("old", step -> {});
      notices.clear();
      String last = steps.get(killed);
      assertThatThrownBy(
              () ->
                  write(
                      "new",
                      step -> {
                        if (step.equals(last)) {
                          throw new WriterKilled();
                        }
                      }))
          .isInstanceOf(WriterKilled.class);
      failFirst();
      String expected = killed <= steps.indexOf("decide") ? "old" : "new";
      assertThat(texts())
          .as(last)
          .containsOnly(Map.entry("index.html", expected), Map.entry("index.json", expected));
      assertThat(notices).hasSize(killed == 0 ? 0 : 1);
    }
  }

  @Test
  void failedWriteLeavesOldFiles() throws IOException {
    write("old", step -> {});
    assertThatThrownBy(
            () ->
                write(
                    "new",
                    step -> {
                      if (step.equals("stage index.json")) {
                        throw new IOException("No space left on device");
                      }
                    }))
        .hasMessage("No space left on device");
    assertThat(texts()).containsEntry("index.html", "old").containsEntry("index.json", "old");
    assertThat(folder.resolve(".report")).doesNotExist();
  }

  /** In a folder of others, the link may lead to any folder of the user. */
  @Test
  void refusesLinkInThePlaceOfItsTemporaryFolder() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createFile(other.resolve("ready"));
    Path notes = Files.writeString(other.resolve("notes.txt"), "keep");
    Path link = Files.createSymbolicLink(folder.resolve(".report"), other);

    assertThatThrownBy(() -> write("new", step -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("%s: expected a folder or nothing, found a link or a file. Remove it", link);
    assertThat(notes).hasContent("keep");
    assertThat(folder.resolve("index.html")).doesNotExist();
  }

  /** The next run completes or undoes first, even if it fails itself. */
  private void failFirst() {
    assertThatThrownBy(
            () ->
                write(
                    "other",
                    step -> {
                      if (step.equals("begin")) {
                        throw new IOException("failed");
                      }
                    }))
        .hasMessage("failed");
  }

  private void write(String text, ReportFiles.WriteSteps steps) throws IOException {
    byte[] content = text.getBytes(UTF_8);
    new ReportFiles(folder, notices::add, steps)
        .replace(Map.of("index.html", content, "index.json", content));
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : List.of("index.html", "index.json")) {
      texts.put(name, Files.readString(folder.resolve(name)));
    }
    return texts;
  }
}

package io.github.videotasks.spec.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {
  @TempDir Path temp;
  private Path folder;
  private OutputFolder output;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void writeFirstFiles() throws IOException {
    folder = temp.resolve("out");
    output = new OutputFolder(folder, notices::add);
    output.replace(files("openapi.yaml", "1", "examples/a/1.json", "{}"));
  }

  @Test
  void writesFilesAndTheirList() throws IOException {
    assertThat(texts())
        .containsOnlyKeys("openapi.yaml", "examples/a/1.json", "derived-files.sha256")
        .containsEntry("openapi.yaml", "1");
    assertThat(texts().get("derived-files.sha256"))
        .isEqualTo(
            """
            # Files that spec-tool wrote. It changes and deletes no other file of this folder.
            44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  examples/a/1.json
            6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  openapi.yaml
            """);
  }

  @Test
  void deletesOnlyFilesThatItWrote() throws IOException {
    Files.writeString(folder.resolve("examples/my-own.json"), "mine");
    Files.writeString(folder.resolve("examples/a/2.json"), "mine");
    output.replace(files("openapi.yaml", "2"));
    assertThat(texts())
        .containsOnlyKeys(
            "openapi.yaml", "examples/a/2.json", "examples/my-own.json", "derived-files.sha256")
        .containsEntry("openapi.yaml", "2");
  }

  @Test
  void rejectsEditedFileAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("openapi.yaml"), "mine");
    Map<String, String> before = texts();
    assertRejected("openapi.yaml", "expected the file as spec-tool wrote it, found an edited one");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void rejectsForeignFileAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("zebra.txt"), "mine");
    Map<String, String> before = texts();
    assertRejected("zebra.txt", "expected no file of this name, found one that spec-tool did not");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void rejectsEditedFileThatIsNoLongerDerived() throws IOException {
    Files.writeString(folder.resolve("examples/a/1.json"), "mine");
    Map<String, String> before = texts();
    assertRejected("examples/a/1.json", "found an edited one");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void overwriteKeepsFilesThatItDidNotWrite() throws IOException {
    Files.writeString(folder.resolve("openapi.yaml"), "edited");
    Files.writeString(folder.resolve("examples/a/1.json"), "edited");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(output.overwrite(files("openapi.yaml", "2")))
        .containsExactly("examples/a/1.json", "notes.txt");
    assertThat(texts())
        .containsEntry("openapi.yaml", "2")
        .containsEntry("examples/a/1.json", "edited")
        .containsEntry("notes.txt", "mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi.yaml",
        "examples",
        ".spec-tool",
        ".spec-tool/new",
        "derived-files.sha256"
      })
  void neverWritesThroughSymbolicLink(String link) throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside/a"));
    Files.writeString(outside.resolve("1.json"), "precious");
    move(folder.resolve(link), temp.resolve("moved"));
    boolean isFolder = link.equals("examples") || link.startsWith(".spec-tool");
    Path target = isFolder ? outside : outside.resolve("1.json");
    Files.createDirectories(folder.resolve(link).getParent());
    Files.createSymbolicLink(folder.resolve(link), target.toAbsolutePath());
    assertThatThrownBy(() -> output.overwrite(files("openapi.yaml", "2", "examples/1.json", "2")))
        .hasMessageContaining("[output-folder] expected")
        .hasMessageContaining("found a symbolic link");
    assertThat(outside.resolve("1.json")).hasContent("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up.txt", "/abs.txt", "a/../../up.txt", "a//b", "C:/x", "a\\b", "."})
  void rejectsPathOutsideFolder(String name) {
    assertThatThrownBy(() -> output.replace(files(name, "x")))
        .hasMessageContaining("expected a path below the folder, found '" + name + "'");
  }

  @Test
  void rejectsForeignListOfFiles() throws IOException {
    String list = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  mine.json\n";
    Files.writeString(folder.resolve("mine.json"), "{}");
    Files.writeString(folder.resolve("derived-files.sha256"), list);
    assertRejected("derived-files.sha256", "found another text in line 1");
    assertThat(folder.resolve("mine.json")).exists();
  }

  @Test
  void leavesUnchangedFilesAlone() throws IOException {
    Files.setLastModifiedTime(folder.resolve("openapi.yaml"), FileTime.fromMillis(0));
    output.replace(files("openapi.yaml", "1", "examples/a/1.json", "{ }"));
    assertThat(Files.getLastModifiedTime(folder.resolve("openapi.yaml")).toMillis()).isZero();
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to);
    }
  }

  private void assertRejected(String file, String message) {
    assertThatThrownBy(() -> output.replace(files("openapi.yaml", "2", "zebra.txt", "2")))
        .hasMessageStartingWith(folder.resolve(file) + ": [output-folder] expected")
        .hasMessageContaining(message);
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return files;
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}

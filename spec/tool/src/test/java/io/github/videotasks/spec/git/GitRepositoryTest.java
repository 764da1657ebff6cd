package io.github.videotasks.spec.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests with a real repository; not run where git is not installed. */
class GitRepositoryTest {
  private static final String PATH = Objects.requireNonNullElse(System.getenv("PATH"), "");

  @TempDir private Path folder;

  @BeforeEach
  void commitTwoVersions() throws Exception {
    assumeTrue(GitProgram.find(PATH, folder) != null, "not run: no git on the PATH");
    git("init", "--quiet", "--initial-branch=main");
    write("spec/canonical/openapi.yaml", "one");
    write("spec/canonical/examples/ä \"b\".json", "{}");
    write("spec/canonical/derived-files.sha256", "not content");
    commit();
    write("spec/canonical/openapi.yaml", "two\n\0\n");
    commit();
    write("spec/canonical/openapi.yaml", "not committed");
  }

  @Test
  void readsFolderOfRevision() throws IOException {
    assertThat(read("main~1:spec/canonical"))
        .containsOnlyKeys("openapi.yaml", "examples/ä \"b\".json")
        .containsEntry("openapi.yaml", "one".getBytes(UTF_8));
  }

  @Test
  void readsFileOfRevision() throws IOException {
    assertThat(read("HEAD:spec/canonical/openapi.yaml"))
        .containsOnlyKeys("openapi.yaml")
        .containsEntry("openapi.yaml", "two\n\0\n".getBytes(UTF_8));
  }

  @Test
  void readsPathFromCurrentFolder() throws IOException {
    RevisionPath path = Objects.requireNonNull(RevisionPath.parse("HEAD:./canonical"));
    assertThat(GitRepository.around(folder.resolve("spec"), PATH).read(path))
        .containsKey("openapi.yaml");
  }

  @Test
  void skipsSymbolicLinks() throws Exception {
    Files.createSymbolicLink(folder.resolve("spec/canonical/secret.json"), Path.of("/etc/passwd"));
    commit();
    assertThat(read("HEAD:spec/canonical")).doesNotContainKey("secret.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope:spec | expected a revision, found no commit nope for nope:spec.",
        "main..HEAD:spec | expected a revision, found no commit main..HEAD for main..HEAD:spec.",
        "HEAD:none | expected a file or folder in the revision, found none at HEAD:none.",
      })
  void reportsMissingRevisionOrPath(String argument, String message) {
    assertThatThrownBy(() -> read(argument)).isInstanceOf(GitException.class).hasMessage(message);
  }

  @Test
  void refusesFolderWithoutContract() {
    assertThatThrownBy(() -> read("HEAD:spec"))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageStartingWith("HEAD:spec: [not-openapi] expected an OpenAPI document");
  }

  @Test
  void refusesLargeFile() throws Exception {
    write("spec/canonical/large.json", "x".repeat((8 << 20) + 1));
    commit();
    assertThatThrownBy(() -> read("HEAD:spec/canonical"))
        .hasMessageStartingWith("large.json: [too-large]");
  }

  @Test
  void reportsFolderOutsideRepository(@TempDir Path other) throws IOException {
    GitRepository none = GitRepository.around(other, PATH);
    assertThatThrownBy(() -> none.read(new RevisionPath("main", "spec")))
        .isInstanceOf(GitException.class)
        .hasMessageStartingWith("expected a revision, found no commit main for main:spec (git: ")
        .hasMessageContaining("not a git repository");
  }

  /** A program of the repository itself must not run: only absolute folders are searched. */
  @Test
  void reportsMissingProgram() throws IOException {
    Path program = Files.writeString(folder.resolve("git"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path current = Path.of("").toAbsolutePath();
    String relative = current.relativize(folder) + File.pathSeparator;
    assertThatThrownBy(() -> GitRepository.around(folder, relative))
        .isInstanceOf(GitException.class)
        .hasMessage(
            "expected the program git on the PATH, found none. Install git, or pass a file or"
                + " folder.");
  }

  private Map<String, byte[]> read(String argument) throws IOException {
    RevisionPath path = Objects.requireNonNull(RevisionPath.parse(argument), argument);
    return GitRepository.around(folder, PATH).read(path);
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, content);
  }

  private void commit() throws Exception {
    git("add", "--all");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "T");
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // The configuration of the machine, such as signing, must not matter.
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}

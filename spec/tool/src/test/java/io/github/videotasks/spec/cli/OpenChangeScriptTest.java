package io.github.videotasks.spec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that opens a pull request, with a local remote and a script in place of gh. */
@DisabledOnOs(OS.WINDOWS)
class OpenChangeScriptTest {
  private static final String PRINT_ARGUMENTS =
      """
      #!/bin/sh
      case "$1 $2" in
        "pr list") cat "$NUMBER" 2>/dev/null || true ;;
        *) echo "gh $*" ;;
      esac
      """;

  @TempDir Path root;
  private Path work;
  private Path change;

  @BeforeEach
  void createRepositories() throws Exception {
    assumeTrue(isAvailable("git") && isAvailable("bash"), "not run: no git or no bash");
    work = root.resolve("work");
    change = Files.createDirectory(root.resolve("change"));
    Files.writeString(change.resolve("body.md"), "body");
    Path tools = Files.createDirectory(root.resolve("tools"));
    Files.writeString(tools.resolve("gh"), PRINT_ARGUMENTS);
    makeExecutable(tools.resolve("gh"));
    run(root, "git", "init", "-q", "--bare", "remote.git");
    run(root, "git", "clone", "-q", "remote.git", "work");
    run(work, "git", "config", "user.name", "a person");
    run(work, "git", "config", "user.email", "person@example.com");
    run(work, "git", "switch", "-q", "-c", "main");
    Files.createDirectories(work.resolve(".ci"));
    Files.copy(Path.of("../../.ci/open-change"), work.resolve(".ci/open-change"));
    makeExecutable(work.resolve(".ci/open-change"));
    write("spec/pages/acme.md", "old\n");
    run(work, "git", "add", "-A");
    run(work, "git", "commit", "-q", "-m", "first");
    run(work, "git", "push", "-q", "origin", "main");
  }

  @Test
  void pushesChangeAndOpensPullRequest() throws Exception {
    prepareChange("spec/pages/acme.md", "new\n");
    assertThat(openChange())
        .isEqualTo(
            "gh pr create --head watch-pages --title Follow the vendors' pages --body-file "
                + change.toRealPath()
                + "/body.md\nexit 0");
    assertThat(run(work, "git", "show", "origin/watch-pages:spec/pages/acme.md"))
        .isEqualTo("new\nexit 0");
    assertThat(run(work, "git", "log", "--format=%s", "origin/watch-pages"))
        .isEqualTo("Follow the vendors' pages\nfirst\nexit 0");
  }

  @Test
  void updatesOpenPullRequest() throws Exception {
    Files.writeString(root.resolve("number"), "7\n");
    prepareChange("spec/pages/acme.md", "new\n");
    assertThat(openChange()).startsWith("gh pr edit 7 --body-file ").endsWith("\nexit 0");
  }

  /** REVIEW.md has the date, and a push would start the checks again each day. */
  @Test
  void pushesTheSameChangeOnce() throws Exception {
    prepareChange("spec/pages/acme.md", "new\n");
    openChange();
    Files.writeString(root.resolve("number"), "7\n");
    write("spec/REVIEW.md", "today\n");
    prepareChange("spec/pages/acme.md", "new\n");
    assertThat(openChange()).isEqualTo("The branch watch-pages has this change already.\nexit 0");
  }

  /** The first run pushed the change and failed to open the pull request. */
  @Test
  void opensPullRequestOfChangeThatHasNone() throws Exception {
    prepareChange("spec/pages/acme.md", "new\n");
    openChange();
    String pushed = run(work, "git", "rev-parse", "origin/watch-pages");
    prepareChange("spec/pages/acme.md", "new\n");
    assertThat(openChange()).startsWith("gh pr create --head watch-pages ");
    assertThat(run(work, "git", "rev-parse", "origin/watch-pages")).isEqualTo(pushed);
  }

  @Test
  void keepsCommitThatAnotherOneAmended() throws Exception {
    prepareChange("spec/pages/acme.md", "new\n");
    openChange();
    run(work, "git", "switch", "-q", "--detach", "origin/watch-pages");
    run(work, "git", "commit", "-q", "--amend", "-m", "a better text");
    run(work, "git", "push", "-q", "--force", "origin", "HEAD:refs/heads/watch-pages");
    run(work, "git", "switch", "-q", "main");
    prepareChange("spec/pages/acme.md", "newer\n");
    assertThat(openChange()).contains("without commits of others, found 1.").endsWith("exit 1");
  }

  @Test
  void keepsCommitsOfOthersOnTheBranch() throws Exception {
    run(work, "git", "switch", "-q", "-c", "watch-pages");
    run(work, "git", "commit", "-q", "--allow-empty", "-m", "a correction by hand");
    run(work, "git", "push", "-q", "origin", "watch-pages");
    run(work, "git", "switch", "-q", "main");
    prepareChange("spec/pages/acme.md", "new\n");
    assertThat(openChange())
        .isEqualTo(
            "expected a branch watch-pages without commits of others, found 1. Merge or close its"
                + " pull request, and delete the branch.\nexit 1");
  }

  /** The change comes from a job that read texts of vendors. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/workflows/a.yaml",
        ".ci/run.txt",
        "spec/.a.md",
        "pom.xml",
        "spec/tool/A.java",
        "package.json",
        "contract-tests/a/package-lock.json",
        "contract-tests/a/npm-shrinkwrap.json",
        "contract-tests/a/tsconfig.json",
        "client-generated/templates/src/main/resources/video-tasks-templates/options.yaml",
        "spec/severities.yaml",
        "run"
      })
  void refusesFilesThatAreNotData(String path) throws Exception {
    prepareChange(path, "text\n");
    assertThat(openChange()).isEqualTo("expected data files, found " + path + "\nexit 1");
    assertThat(run(work, "git", "ls-remote", "origin", "watch-pages")).isEqualTo("exit 0");
  }

  @Test
  void refusesSymbolicLinksAndExecutableFiles() throws Exception {
    Files.createSymbolicLink(work.resolve("spec/link.md"), Path.of("/etc/passwd"));
    savePatch();
    assertThat(openChange()).startsWith("expected regular files, found another mode: spec/link.md");
    write("spec/a.md", "text\n");
    makeExecutable(work.resolve("spec/a.md"));
    savePatch();
    assertThat(openChange()).startsWith("expected regular files, found another mode: spec/a.md");
  }

  private void prepareChange(String path, String text) throws Exception {
    write(path, text);
    savePatch();
  }

  /** Saves what differs from the last commit of main as a patch, and restores the files. */
  private void savePatch() throws Exception {
    run(work, "git", "add", "--all", "--force");
    Path patch = change.resolve("change.patch");
    run(work, "git", "diff", "--cached", "--binary", "--output=" + patch, "main");
    run(work, "git", "reset", "-q", "--hard");
    run(work, "git", "switch", "-q", "main");
  }

  private void write(String path, String text) throws IOException {
    Path file = work.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String openChange() throws Exception {
    String result = run(work, ".ci/open-change", change.toString());
    run(work, "git", "reset", "-q", "--hard");
    run(work, "git", "switch", "-q", "main");
    return result;
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isAvailable(String tool) {
    try {
      return new ProcessBuilder(tool, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** Returns what a command prints, and its exit code. */
  private String run(Path folder, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().merge("PATH", root + "/tools:", (path, tools) -> tools + path);
    builder.environment().put("NUMBER", root.resolve("number").toString());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return output + "exit " + process.waitFor();
  }
}

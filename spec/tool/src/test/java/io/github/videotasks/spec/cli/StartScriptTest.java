package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a script in place of Java that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  private static final String PRINT_ARGUMENTS =
      """
      #!/bin/sh
      for argument; do
        case $argument in -XX:ArchiveClassesAtExit=*)
          echo archive >"${argument#*=}"
          exit
          ;;
        esac
        echo "[$argument]"
      done
      exit 7
      """;

  @TempDir Path root;
  private Path folder;
  private Path script;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    folder = Files.createDirectory(root.resolve("a folder"));
    script = folder.resolve("spec-tool");
    Files.writeString(script, fillIn(Files.readString(Path.of("src/main/launcher/start.sh"))));
    makeExecutable(script);
    installJava("17.0.1");
    environment.put("SPEC_TOOL_CDS", "off");
    environment.put("XDG_CACHE_HOME", createPrivateFolder("cache").toString());
  }

  /** Returns the script as the build writes it for spec-tool. */
  private static String fillIn(String template) {
    return template
        .replace("@name@", "spec-tool")
        .replace("@PREFIX@", "SPEC_TOOL")
        .replace("@cache@", "video-tasks-spec-tool")
        .replace("@collector@", "-XX:+UseParallelGC -Xmn96m");
  }

  private void installJava(String version) throws IOException {
    Path home = folder.resolve("java " + version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, PRINT_ARGUMENTS);
    makeExecutable(java);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    environment.put("JAVA_HOME", home.toString());
  }

  @Test
  void passesArgumentsAndExitCode() throws Exception {
    assertThat(run(script, "merge", "--out=a b", "*"))
        .endsWith("[-jar]", "[" + script + "]", "[merge]", "[--out=a b]", "[*]", "exit 7");
  }

  @Test
  void runsThroughSymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(root.resolve("link"), script);
    assertThat(run(link, "check")).endsWith("[-jar]", "[" + link + "]", "[check]", "exit 7");
  }

  @Test
  void placesOptionsOfUserAfterItsOwn() throws Exception {
    environment.put("JAVA_OPTS", "-Xmx1g  -Da=*");
    environment.put("SPEC_TOOL_OPTS", "-Xmx2g");
    assertThat(run(script))
        .containsSubsequence("[-XX:+UseParallelGC]", "[-Xmx1g]", "[-Da=*]", "[-Xmx2g]", "[-jar]");
  }

  @Test
  void leavesCollectorToUser() throws Exception {
    environment.put("JDK_JAVA_OPTIONS", "-XX:+UseZGC");
    assertThat(run(script)).doesNotContain("[-XX:+UseParallelGC]", "[-Xmn96m]");
  }

  @Test
  void refusesOldJava() throws Exception {
    installJava("11.0.2");
    assertThat(run(script).get(0))
        .startsWith("spec-tool: expected Java 17 or later, found version 11 in ");
    installJava("1.8.0_292");
    assertThat(run(script)).endsWith("exit 70");
  }

  @Test
  void reportsMissingJava() throws Exception {
    environment.put("JAVA_HOME", folder.toString());
    assertThat(run(script).get(0))
        .startsWith("spec-tool: expected Java 17 or later in JAVA_HOME, found no ");
    environment.put("JAVA_HOME", "");
    environment.put("PATH", folder.toString());
    assertThat(run(script))
        .containsExactly(
            "spec-tool: expected Java 17 or later, found no java on the PATH. Install it, or set"
                + " JAVA_HOME.",
            "exit 70");
  }

  @Test
  void createsArchiveOnceAndUsesIt() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    List<String> first = run(script);
    environment.remove("SPEC_TOOL_CDS");
    assertThat(archives()).singleElement().asString().endsWith(".jsa");
    assertThat(run(script))
        .isEqualTo(first)
        .contains("[-XX:SharedArchiveFile=" + archives().get(0) + "]");
  }

  @Test
  void createsArchiveForEachJava() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    for (String version : List.of("17.0.1", "17.0.2", "21", "22", "23", "25")) {
      installJava(version);
      assertThat(run(script)).anyMatch(line -> line.startsWith("[-XX:SharedArchiveFile="));
    }
    // The oldest ones are deleted.
    assertThat(archives()).hasSize(4);
  }

  @Test
  void usesNoArchiveInFolderThatOthersMayWrite() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    Path cache = Path.of(environment.get("XDG_CACHE_HOME"));
    Path own = createPrivateFolder("cache/video-tasks-spec-tool");
    for (Path shared : List.of(cache, own)) {
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxr-x"));
      assertThat(run(script)).noneMatch(line -> line.contains("SharedArchiveFile"));
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(run(script)).anyMatch(line -> line.contains("SharedArchiveFile"));
  }

  @Test
  void usesNoArchiveBehindSymbolicLink() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    run(script);
    Path archive = archives().get(0);
    Files.move(archive, root.resolve("elsewhere"));
    Files.createSymbolicLink(archive, root.resolve("elsewhere"));
    assertThat(run(script)).noneMatch(line -> line.contains("SharedArchiveFile"));
  }

  @Test
  void usesNoArchiveThatWasCutOff() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    run(script);
    Files.writeString(archives().get(0), "arc");
    assertThat(run(script)).endsWith("exit 7").noneMatch(line -> line.contains("SharedArchive"));
  }

  @Test
  void usesNoArchiveWithoutCacheFolder() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    environment.put("HOME", "");
    for (String folder : List.of("", "relative", "/proc/none")) {
      environment.put("XDG_CACHE_HOME", folder);
      assertThat(run(script)).endsWith("exit 7").noneMatch(line -> line.contains("SharedArchive"));
    }
  }

  @Test
  void usesNoArchiveWhileAnotherProcessCreatesIt() throws Exception {
    environment.put("SPEC_TOOL_CDS", "create");
    run(script);
    Path archive = archives().get(0);
    Files.delete(archive);
    Path lock = Path.of(archive.toString().replaceAll("-\\d+\\.jsa$", ".lock"));
    Files.createDirectory(lock);
    assertThat(run(script)).noneMatch(line -> line.contains("SharedArchiveFile"));
    assertThat(archives()).containsExactly(lock);
  }

  /** Returns the lines of both streams, and the exit code. */
  private List<String> run(Path command, String... args) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Stream.concat(output.lines(), Stream.of("exit " + process.waitFor())).toList();
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(environment.get("XDG_CACHE_HOME"), "video-tasks-spec-tool"))) {
      return files.sorted().toList();
    }
  }

  private Path createPrivateFolder(String name) throws IOException {
    return Files.createDirectory(
        root.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

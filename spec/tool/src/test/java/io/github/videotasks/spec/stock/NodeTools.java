package io.github.videotasks.spec.stock;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tools from npm, in the versions of {@code src/node/package-lock.json}. */
public final class NodeTools {
  /** The message when node or npm is not installed. */
  public static final String NOT_AVAILABLE = "not run: no node and npm on the PATH";

  private static final Path FOLDER = Path.of("target/node").toAbsolutePath();

  private NodeTools() {}

  /**
   * Installs the tools into {@code target/node}, once for all test processes.
   *
   * @return the tools; null when node or npm is not on the PATH
   * @throws IllegalStateException when npm fails; the message contains its output
   */
  public static @Nullable NodeTools install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    if (!isAvailable("node") || !isAvailable("npm")) {
      System.out.println(NOT_AVAILABLE);
      return null;
    }
    try (FileChannel channel = FileChannel.open(FOLDER.resolve("install.lock"), CREATE, WRITE);
        FileLock lock = channel.lock()) {
      Path installed = FOLDER.resolve("installed");
      if (lock.isValid() && !Files.exists(installed)) {
        npmCi();
        Files.createFile(installed);
      }
    }
    return new NodeTools();
  }

  private static void npmCi() throws IOException, InterruptedException {
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.copy(
          Path.of("src/node", file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    String output = run(List.of("npm", "ci", "--ignore-scripts"));
    if (!output.isEmpty()) {
      throw new IllegalStateException("npm ci: " + output);
    }
  }

  /**
   * Returns the installed script of a package.
   *
   * @param path the path below node_modules, such as {@code @redocly/cli/bin/cli.js}
   */
  public Path scriptPath(String path) {
    return FOLDER.resolve("node_modules").resolve(path);
  }

  /** Runs a script. Returns its exit code and output when it fails; empty when it succeeds. */
  String runScript(String script, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", scriptPath(script).toString()));
    command.addAll(arguments);
    return run(command);
  }

  private static boolean isAvailable(String tool) throws InterruptedException {
    try {
      return run(List.of(tool, "--version")).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    return runCommand(FOLDER, Map.of(), command);
  }

  /**
   * Runs a command in a folder. Returns its exit code and output when it fails; empty when it
   * succeeds.
   */
  String run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return runCommand(folder, environment, command);
  }

  private static String runCommand(
      Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(FOLDER, "output", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()));
      builder.environment().put("REDOCLY_TELEMETRY", "off");
      builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
      builder.environment().putAll(environment);
      int exit = builder.start().waitFor();
      String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return exit == 0 ? "" : "exit code " + exit + ": " + output;
    } finally {
      Files.delete(log);
    }
  }
}

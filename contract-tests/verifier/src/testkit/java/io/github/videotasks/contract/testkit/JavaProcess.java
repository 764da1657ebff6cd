package io.github.videotasks.contract.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Result of a finished Java process.
 *
 * @param exitCode the exit code
 * @param stdout its standard output
 * @param stderr its error output
 */
public record JavaProcess(int exitCode, String stdout, String stderr) {

  /** In minutes: much more than any program needs, also on a busy machine. */
  private static final int TIMEOUT_MINUTES = 5;

  /**
   * Runs a program with the Java version of the test until it exits, for at most {@value
   * #TIMEOUT_MINUTES} minutes.
   *
   * @param folder its working directory; its output is written there as well
   * @param environment variables in addition to those of the test
   * @param arguments the arguments of {@code java}
   * @throws IllegalStateException when the program does not exit in time
   */
  public static JavaProcess run(
      Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java"), folder, environment, arguments);
  }

  /**
   * Runs a program with another {@code java}, as {@link #run(Path, Map, List)} does.
   *
   * @param java the executable
   */
  public static JavaProcess run(
      Path java, Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "expected the program to exit within "
              + TIMEOUT_MINUTES
              + " minutes, found it running; its error output: "
              + read(err));
    }
    return new JavaProcess(process.exitValue(), read(out), read(err));
  }

  /** Returns its standard output, followed by its error output. */
  public String output() {
    return stdout + stderr;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

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
 * A program in a Java of its own, the one that runs the test, after its end.
 *
 * @param exitCode the exit code
 * @param stdout what it printed as its result
 * @param stderr what it printed on the way
 */
public record JavaProcess(int exitCode, String stdout, String stderr) {

  /** Far more than any needs, also on a machine with much other work. */
  private static final int TIMEOUT_MINUTES = 5;

  /**
   * Runs a program to its end, {@value #TIMEOUT_MINUTES} minutes at most.
   *
   * @param folder where it runs; its output is kept there too
   * @param environment variables beside those of the test
   * @param arguments what stands after {@code java}
   */
  public static JavaProcess run(
      Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
      throw new IllegalStateException("The program does not end; it said: " + read(err));
    }
    return new JavaProcess(process.exitValue(), read(out), read(err));
  }

  /** Everything that it printed. */
  public String output() {
    return stdout + stderr;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

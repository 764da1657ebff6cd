package io.github.videotasks.contract.polyglot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the commands of a recipe.
 *
 * @param folder working directory of the commands
 * @param placeholders name to value; {@code {name}} in a command is replaced by the value
 * @param environment variables that are added to the environment; their values may contain
 *     placeholders
 */
record CommandRunner(
    Path folder, Map<String, String> placeholders, Map<String, String> environment) {
  private static final long TIMEOUT_MINUTES = 10;

  /**
   * Result of a command.
   *
   * @param exitCode exit code; 127 if the command does not exist, 124 if it timed out
   * @param output standard output and standard error
   */
  record CommandResult(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Runs a command and kills it after ten minutes. */
  CommandResult run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "command", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command.stream().map(this::substitute).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      environment.forEach((name, value) -> builder.environment().put(name, substitute(value)));
      int exit = execute(builder);
      return new CommandResult(
          exit, new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip());
    } finally {
      Files.delete(log);
    }
  }

  private static int execute(ProcessBuilder builder) throws InterruptedException {
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return 127;
    }
    if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      return process.exitValue();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    return 124;
  }

  private String substitute(String template) {
    String text = template;
    for (Map.Entry<String, String> each : placeholders.entrySet()) {
      text = text.replace("{" + each.getKey() + "}", each.getValue());
    }
    return text;
  }
}

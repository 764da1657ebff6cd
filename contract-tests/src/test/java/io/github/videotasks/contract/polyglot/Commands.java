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
 * @param folder where they run
 * @param words what {@code {name}} in a command stands for
 * @param environment what is added to the environment
 */
record Commands(Path folder, Map<String, String> words, Map<String, String> environment) {
  private static final long MINUTES = 10;

  /**
   * What a command said.
   *
   * @param exit its exit code; 127 when there is no such command, 124 when it took too long
   * @param text its output and its errors
   */
  record Said(int exit, String text) {
    boolean ok() {
      return exit == 0;
    }
  }

  /** Runs a command, at most ten minutes. */
  Said run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "said", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command.stream().map(this::filled).toList())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      environment.forEach((name, value) -> builder.environment().put(name, filled(value)));
      int exit = finish(builder);
      return new Said(exit, new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip());
    } finally {
      Files.delete(log);
    }
  }

  private static int finish(ProcessBuilder builder) throws InterruptedException {
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return 127;
    }
    if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      return process.exitValue();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    return 124;
  }

  private String filled(String word) {
    String filled = word;
    for (Map.Entry<String, String> each : words.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }
}

package io.github.videotasks.contract.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * contract-verifier.jar run as anybody would run it.
 *
 * @param exit the exit code
 * @param out what it printed as its result
 * @param err what it printed on the way
 */
record VerifierProcess(int exit, String out, String err) {

  static VerifierProcess run(Path folder, Map<String, String> environment, List<String> args)
      throws IOException, InterruptedException {
    Path jar = Path.of("target/contract-verifier.jar").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(args);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The verifier does not end; it said: " + read(err));
    }
    return new VerifierProcess(process.exitValue(), read(out), read(err));
  }

  String said() {
    return out + err;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

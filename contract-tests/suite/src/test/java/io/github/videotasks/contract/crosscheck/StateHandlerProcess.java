package io.github.videotasks.contract.crosscheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One of the programs in {@code contract-tests/pacts/handlers}, which set up provider states over
 * HTTP.
 *
 * @param process prints the port on its first line
 * @param url the URL that sets a state
 */
record StateHandlerProcess(Process process, URI url) implements AutoCloseable {

  /**
   * Starts a program on a free port.
   *
   * @throws IOException when the interpreter is not installed, or the program does not start
   */
  static StateHandlerProcess start(String interpreter, Path program) throws IOException {
    Process process =
        new ProcessBuilder(interpreter, program.toString(), "0").redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String port = String.valueOf(output.readLine());
    if (!port.matches("[0-9]+")) {
      process.destroy();
      throw new IOException("expected a port from %s, found: %s".formatted(program, port));
    }
    return new StateHandlerProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
  }

  @Override
  public void close() {
    process.destroy();
  }
}

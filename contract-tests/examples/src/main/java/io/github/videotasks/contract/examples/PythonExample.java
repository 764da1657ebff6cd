package io.github.videotasks.contract.examples;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The waiter in Python that needs nothing beyond the contract's table of status values. */
final class PythonExample {

  private PythonExample() {}

  /** Runs the waiter and prints what it found; reports "not run" if there is no Python. */
  static void run(RepositoryLayout checkout, ReplayServer gateway, String id, Path work)
      throws IOException, InterruptedException {
    Path ids = Files.writeString(work.resolve("ids.txt"), id);
    Path out = work.resolve("out.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3",
                  checkout
                      .root()
                      .resolve("contract-tests/interop/src/polyglot/python/wait.py")
                      .toString(),
                  checkout.spec().resolve("canonical/status-values.json").toString(),
                  gateway.baseUrl().toString(),
                  "any",
                  "queryVideoTask",
                  ids.toString(),
                  out.toString(),
                  "0.5")
              .inheritIO()
              .start();
    } catch (IOException e) {
      System.out.println("not run: no python3 on the PATH");
      return;
    }
    if (process.waitFor() == 0) {
      System.out.println("id, polls, stage: " + Files.readString(out).strip());
    }
  }
}

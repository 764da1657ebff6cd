package io.github.videotasks.contract.consumerbuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The seconds that a newcomer waits for each step, as a table of Markdown. */
final class NewcomerClock {
  private final List<String> rows = new ArrayList<>();

  /** A step; it throws if it does not lead to the status of a task. */
  interface ClockedStep {
    void run() throws Exception;
  }

  /** Runs a step and adds a row with its duration. */
  void time(String newcomer, String command, ClockedStep step) throws Exception {
    long start = System.nanoTime();
    step.run();
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    rows.add("| %s | `%s` | %,d |".formatted(newcomer, command, seconds));
  }

  /** Returns the table. */
  String table() {
    return "| newcomer | command | seconds |\n|---|---|---:|\n" + String.join("\n", rows);
  }
}

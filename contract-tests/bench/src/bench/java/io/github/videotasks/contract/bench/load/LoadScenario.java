package io.github.videotasks.contract.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Scenario of a load test: number of tasks and poll interval.
 *
 * @param tasks number of tasks
 * @param intervalMs pause between a response and the next poll of the same task, in ms
 * @param rounds number of measured intervals; the waits start in one more interval before them
 */
record LoadScenario(int tasks, long intervalMs, int rounds) {

  static LoadScenario parse(String text) {
    String[] parts = text.split(":", -1);
    return new LoadScenario(
        Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }

  /** Returns the ids of the tasks, which finish evenly distributed over the last interval. */
  List<String> taskIds(long startMs) {
    long last = startMs + intervalMs * (rounds + 1);
    return IntStream.range(0, tasks)
        .mapToObj(i -> "t" + i + "." + (last + intervalMs * i / tasks))
        .toList();
  }

  /** Returns the number of polls due: one per task and interval, plus the one that sees the end. */
  long expectedPolls() {
    return (long) tasks * (rounds + 2);
  }

  @Override
  public String toString() {
    return tasks + ":" + intervalMs + ":" + rounds;
  }
}

package io.github.videotasks.contract.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * So many tasks, each asked for so often.
 *
 * @param intervalMs the pause from an answer to the next question
 * @param rounds how many intervals are measured, after the first one, in which the tasks begin
 */
record LoadScenario(int tasks, long intervalMs, int rounds) {

  static LoadScenario parse(String text) {
    String[] parts = text.split(":", -1);
    return new LoadScenario(
        Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }

  /** The tasks, which end evenly in the last interval. */
  List<String> taskIds(long startMs) {
    long last = startMs + intervalMs * (rounds + 1);
    return IntStream.range(0, tasks)
        .mapToObj(i -> "t" + i + "." + (last + intervalMs * i / tasks))
        .toList();
  }

  /** The questions that are due: one for each task and interval, and the one that sees the end. */
  long expectedPolls() {
    return (long) tasks * (rounds + 2);
  }

  @Override
  public String toString() {
    return tasks + ":" + intervalMs + ":" + rounds;
  }
}

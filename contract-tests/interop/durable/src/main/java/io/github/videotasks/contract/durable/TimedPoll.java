package io.github.videotasks.contract.durable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A poll of a task, as seen by a node or by the gateway.
 *
 * @param nanos the time of the monotonic clock of the machine
 */
record TimedPoll(String task, long nanos) {

  private static final long SECOND = 1_000_000_000L;

  /** Returns the most polls in any second, wherever it begins. */
  static int mostPerSecond(List<TimedPoll> polls) {
    long[] times = polls.stream().mapToLong(TimedPoll::nanos).sorted().toArray();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.length; last++) {
      while (times[last] - times[first] >= SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * Returns how long each request took from its start in a node to the gateway, in ms, in order.
   * Only one poll of a task is in flight, so a request belongs to the last start before it.
   */
  static long[] waysToGateway(List<TimedPoll> starts, List<TimedPoll> arrivals) {
    Map<String, TreeSet<Long>> startsOfTask = new HashMap<>();
    starts.forEach(
        start -> startsOfTask.computeIfAbsent(start.task, any -> new TreeSet<>()).add(start.nanos));
    return arrivals.stream()
        .mapToLong(
            arrival -> {
              TreeSet<Long> all = startsOfTask.getOrDefault(arrival.task, new TreeSet<>());
              Long start = all.floor(arrival.nanos);
              if (start == null) {
                throw new IllegalStateException("expected a start of " + arrival + ", found none");
              }
              return (arrival.nanos - start) / 1_000_000;
            })
        .sorted()
        .toArray();
  }

  /**
   * Returns the lateness of polls at the gateway in ms, in order: the time since the poll before of
   * the same task, without the pause of the schedule. It includes the time of the poll before.
   *
   * @param from the time from which on polls are counted
   * @param to the time up to which they are
   */
  static long[] lateness(List<TimedPoll> arrivals, long pauseMillis, long from, long to) {
    Map<String, Long> last = new HashMap<>();
    List<Long> late = new ArrayList<>();
    List<TimedPoll> inOrder =
        arrivals.stream().sorted(Comparator.comparingLong(TimedPoll::nanos)).toList();
    for (TimedPoll poll : inOrder) {
      Long before = last.put(poll.task, poll.nanos);
      if (before != null && poll.nanos >= from && poll.nanos < to) {
        late.add(Math.max(0, (poll.nanos - before) / 1_000_000 - pauseMillis));
      }
    }
    return late.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** Returns the value below which the part of the sorted values is; 0 if there is none. */
  static long percentile(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
  }
}

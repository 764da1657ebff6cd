package io.github.videotasks.durable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The waits that stay due although this node has polled them, because PostgreSQL refuses each
 * change of their rows, a later due time included. This node does not poll them until a time that
 * it keeps in memory, and reads as many further waits instead.
 */
final class RefusedWaits {

  /** Bounds the memory; further ones are polled at each run of their bucket. */
  private static final int MAX_PER_BUCKET = 1_000;

  private final Map<Integer, Map<WaitKey, Instant>> buckets = new ConcurrentHashMap<>();

  private record WaitKey(String gateway, String task) {
    static WaitKey of(WaitRow row) {
      return new WaitKey(row.gateway(), row.task());
    }
  }

  /** Lets a wait rest until a time. */
  void add(WaitRow row, Instant until) {
    Map<WaitKey, Instant> resting =
        buckets.computeIfAbsent(
            Buckets.of(row.gateway(), row.task()), any -> new ConcurrentHashMap<>());
    if (resting.size() < MAX_PER_BUCKET) {
      resting.put(WaitKey.of(row), until);
    }
  }

  /** Reads the due waits of a bucket that do not rest, at most as many as the capacities. */
  List<WaitRow> readDue(
      BucketTable table, int bucket, Instant now, Map<String, Integer> capacities) {
    Map<WaitKey, Instant> resting = buckets.get(bucket);
    if (resting == null) {
      return table.readDue(bucket, now, capacities);
    }
    resting.values().removeIf(until -> !until.isAfter(now));
    Map<String, Integer> wider = new HashMap<>(capacities);
    wider.replaceAll((gateway, capacity) -> capacity + resting.size());
    Map<String, Integer> left = new HashMap<>(capacities);
    List<WaitRow> due = new ArrayList<>();
    for (WaitRow row : table.readDue(bucket, now, wider)) {
      if (!resting.containsKey(WaitKey.of(row))
          && left.merge(row.gateway(), -1, Integer::sum) >= 0) {
        due.add(row);
      }
    }
    return due;
  }
}

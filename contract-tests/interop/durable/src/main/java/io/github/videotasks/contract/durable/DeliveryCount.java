package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the tasks for which {@code watch} had returned.
 *
 * @param tasks how many they were
 * @param lostAt for each task without an end or a delivery, the time at which {@code watch}
 *     returned
 * @param repeatedAt for each further delivery of an event, the time of the first confirmed one
 * @param unknown the deliveries whose commit failed, so that the consumer could not know its result
 */
record DeliveryCount(int tasks, List<Long> lostAt, List<Long> repeatedAt, int unknown) {

  static DeliveryCount of(Map<String, Long> watched, List<Path> records, DatabaseProbe probe)
      throws IOException, SQLException {
    Map<String, Long> firstConfirmed = new HashMap<>();
    List<Long> repeatedAt = new ArrayList<>();
    int unknown = 0;
    for (String line : lines(records)) {
      String[] parts = line.split(" ", 3);
      if (parts[0].equals(DeliveryRecord.UNKNOWN)) {
        unknown++;
      } else {
        Long first = firstConfirmed.putIfAbsent(parts[2], Long.valueOf(parts[1]));
        if (first != null) {
          repeatedAt.add(first);
        }
      }
    }
    Set<String> delivered = new HashSet<>(firstConfirmed.keySet());
    Set<String> committed = new HashSet<>();
    for (String key : probe.texts("select event_key from consumer_delivery")) {
      if (!committed.add(key)) {
        repeatedAt.add(firstConfirmed.getOrDefault(key, 0L));
      }
    }
    delivered.addAll(committed);
    Set<String> ended = new HashSet<>(probe.texts("select task from video_tasks.finished"));
    ended.retainAll(delivered.stream().map(DeliveryCount::task).toList());
    List<Long> lostAt =
        watched.entrySet().stream()
            .filter(task -> !ended.contains(task.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new DeliveryCount(watched.size(), lostAt, repeatedAt, unknown);
  }

  private static List<String> lines(List<Path> records) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path record : records) {
      all.addAll(Files.readAllLines(record));
    }
    return all;
  }

  /** The key of an event is gateway, task and time. */
  private static String task(String key) {
    return key.substring(key.indexOf('/') + 1, key.lastIndexOf('@'));
  }

  /** Returns the row of a measurement in which nothing may be lost or doubled. */
  ProofRow row(String what) {
    return new ProofRow(
        what + ": lost, doubled",
        "0, 0",
        "%d, %d (%,d tasks; %d deliveries interrupted in their commit)"
            .formatted(lostAt.size(), repeatedAt.size(), tasks, unknown));
  }
}

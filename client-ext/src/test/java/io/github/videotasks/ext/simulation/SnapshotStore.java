package io.github.videotasks.ext.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of an application: the open waits and their last snapshots. Survives crashes. */
final class SnapshotStore {

  /**
   * An open wait.
   *
   * @param json the last snapshot; null before the first poll
   * @param progress what the model expects in the snapshot
   */
  record StoredWait(
      String name,
      String id,
      SimulatedPolicy policy,
      Duration deadline,
      @Nullable String json,
      ExpectedLoop.Progress progress) {

    StoredWait with(String newJson, ExpectedLoop.Progress newProgress) {
      return new StoredWait(name, id, policy, deadline, newJson, newProgress);
    }
  }

  private final Map<String, StoredWait> waits = new LinkedHashMap<>();

  void put(StoredWait wait) {
    waits.put(wait.name(), wait);
  }

  void remove(StoredWait wait) {
    waits.remove(wait.name());
  }

  List<StoredWait> waits() {
    return new ArrayList<>(waits.values());
  }
}

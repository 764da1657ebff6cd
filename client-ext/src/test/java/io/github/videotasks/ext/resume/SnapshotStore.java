package io.github.videotasks.ext.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.WaitSnapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Store of a caller: the last snapshot of each task, and the tasks that have ended. */
final class SnapshotStore {

  /** The last snapshot by id; the id itself before the first snapshot. */
  private final Map<String, String> pending = new LinkedHashMap<>();

  private final Map<String, WaitSnapshot> lastSnapshots = new LinkedHashMap<>();
  private final Set<String> ended = new TreeSet<>();

  SnapshotStore(Collection<String> ids) {
    ids.forEach(id -> pending.put(id, id));
  }

  Collection<String> pending() {
    return pending.values();
  }

  Set<String> ended() {
    return ended;
  }

  /** Stores a line, and checks that its snapshot continues the previous one. */
  void store(String line) {
    if (line.startsWith("END ")) {
      ended.add(line.substring(4));
      pending.remove(line.substring(4));
      return;
    }
    WaitSnapshot now = WaitSnapshot.parse(line);
    String id = now.id().value();
    WaitSnapshot before = lastSnapshots.put(id, now);
    if (before != null) {
      assertThat(now.timeline().polls()).isEqualTo(before.timeline().polls() + 1);
      assertThat(now.deadline()).isEqualTo(before.deadline());
      assertThat(now.elapsed()).isGreaterThanOrEqualTo(before.elapsed());
    }
    pending.put(id, line);
  }
}

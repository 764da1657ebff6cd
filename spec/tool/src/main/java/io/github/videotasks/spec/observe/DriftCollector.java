package io.github.videotasks.spec.observe;

import io.github.videotasks.spec.finding.PrintableText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts drift by kind and place. Its memory does not depend on the number of records. */
final class DriftCollector {
  /** More kinds of drift are counted together; nobody reads so many. */
  static final int MAX_ENTRIES = 1_000;

  private static final int MAX_SAMPLE = 200;

  private final SortedMap<DriftEntry.Key, DriftEntry> entries = new TreeMap<>();
  private long drifted;
  private long more;

  /**
   * Adds what one record shows.
   *
   * @return the keys of its drift
   */
  Set<DriftEntry.Key> add(
      ObservedOperation operation,
      List<String> providers,
      TrafficRecord record,
      List<DriftSighting> sightings) {
    Set<DriftEntry.Key> keys = new TreeSet<>();
    drifted += sightings.isEmpty() ? 0 : 1;
    for (DriftSighting seen : sightings) {
      DriftEntry.Key key =
          new DriftEntry.Key(
              seen.kind(),
              operation.method() + " " + operation.path() + " " + record.status(),
              seen.path(),
              seen.what());
      // A place in a list counts once a record.
      if (keys.contains(key)) {
        continue;
      }
      if (!entries.containsKey(key) && entries.size() >= MAX_ENTRIES) {
        more++;
        continue;
      }
      keys.add(key);
      entries
          .computeIfAbsent(key, k -> new DriftEntry(k, sample(seen), record.place()))
          .count(record.at(), providers);
    }
    return keys;
  }

  private static String sample(DriftSighting seen) {
    return seen.value().isMissingNode()
        ? ""
        : PrintableText.of(JsonNodes.compact(seen.value()), MAX_SAMPLE);
  }

  /** Returns the entries by kind, operation and place. */
  Collection<DriftEntry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** Returns how many records have drift. */
  long drifted() {
    return drifted;
  }

  /** Returns how many sightings are beyond the limit of entries. */
  long more() {
    return more;
  }
}

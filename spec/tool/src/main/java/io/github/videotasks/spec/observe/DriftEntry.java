package io.github.videotasks.spec.observe;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One kind of drift at one place: how often, first and last seen, and a masked sample. */
final class DriftEntry {
  private static final int MAX_PROVIDERS = 20;

  private final Key key;
  private final String sample;
  private final String firstPlace;
  private final Set<String> providers = new TreeSet<>();
  private long count;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /**
   * What makes two sightings the same drift.
   *
   * @param kind what is unknown
   * @param operation the operation and status code, such as {@code GET /v1/video/query 200}
   * @param path the place in the body
   * @param what what was expected and found
   */
  record Key(DriftKind kind, String operation, String path, String what)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : text().compareTo(other.text());
    }

    private String text() {
      return operation + "\n" + path + "\n" + what;
    }

    @Override
    public String toString() {
      return kind.label() + ": " + operation + " " + path + ": " + what;
    }
  }

  /**
   * Creates an entry without a sighting.
   *
   * @param sample the masked value; empty if there is none
   * @param firstPlace file and line of the record
   */
  DriftEntry(Key key, String sample, String firstPlace) {
    this.key = key;
    this.sample = sample;
    this.firstPlace = firstPlace;
  }

  void count(@Nullable Instant at, Iterable<String> seenAt) {
    count++;
    for (String provider : seenAt) {
      if (providers.size() < MAX_PROVIDERS) {
        providers.add(provider);
      }
    }
    if (at != null) {
      first = first == null || at.isBefore(first) ? at : first;
      last = last == null || at.isAfter(last) ? at : last;
    }
  }

  Key key() {
    return key;
  }

  String sample() {
    return sample;
  }

  String firstPlace() {
    return firstPlace;
  }

  Set<String> providers() {
    return providers;
  }

  long count() {
    return count;
  }

  @Nullable Instant first() {
    return first;
  }

  @Nullable Instant last() {
    return last;
  }
}

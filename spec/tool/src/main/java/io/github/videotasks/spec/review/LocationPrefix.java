package io.github.videotasks.spec.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the part of a contract that a location is in. */
final class LocationPrefix {
  private static final String SEPARATORS = " .[";

  /** More steps than any real location has; a longer one is searched as far as this. */
  private static final int MAX_STEPS = 1_000;

  private LocationPrefix() {}

  /**
   * Returns the longest key that is the location or is followed by a separator in it; null when
   * there is none.
   */
  static @Nullable String longestKey(Map<String, ?> keys, String location) {
    String found = null;
    int steps = 0;
    for (int end = 1; end <= location.length() && steps < MAX_STEPS; end++) {
      if (end == location.length() || SEPARATORS.indexOf(location.charAt(end)) >= 0) {
        steps++;
        String prefix = location.substring(0, end);
        if (keys.containsKey(prefix)) {
          found = prefix;
        }
      }
    }
    return found;
  }
}

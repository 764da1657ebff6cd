package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.page.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects changes. A schema that is both sent and received is met twice; what is the same but for
 * its impact becomes one change with the worse one.
 */
final class ChangeList {
  private record Key(String place, String what, String before, String after)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  private final Map<Key, Impact> impacts = new TreeMap<>();

  void add(
      Impact impact, String place, String what, @Nullable Object before, @Nullable Object after) {
    impacts.merge(
        new Key(Texts.shown(place), what, shown(before), shown(after)),
        impact,
        (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** Adds a change of what a place admits. */
  void add(
      Effect effect,
      boolean code,
      Spot spot,
      String what,
      @Nullable Object before,
      @Nullable Object after) {
    add(effect.impact(spot.direction(), code), spot.place(), what, before, after);
  }

  /** Adds a change with a fixed impact when the two values differ. */
  void compare(
      Impact impact, Spot spot, String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      add(impact, spot.place(), what, before, after);
    }
  }

  /** Adds a change when a part is deprecated now, or no longer; unset means that it is not. */
  void deprecation(Spot spot, @Nullable Boolean before, @Nullable Boolean after) {
    compare(
        Impact.COMPATIBLE,
        spot,
        "deprecated changed",
        Boolean.TRUE.equals(before),
        Boolean.TRUE.equals(after));
  }

  /** Gives the changes, the worst first. */
  List<Change> sorted() {
    return impacts.entrySet().stream()
        .map(
            e ->
                new Change(
                    e.getValue(),
                    e.getKey().place(),
                    e.getKey().what(),
                    e.getKey().before(),
                    e.getKey().after()))
        .sorted()
        .toList();
  }

  /** Gives a text of a page as one line without control characters. */
  static String line(String text) {
    return Texts.shown(text);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : Texts.shown(String.valueOf(value));
  }
}

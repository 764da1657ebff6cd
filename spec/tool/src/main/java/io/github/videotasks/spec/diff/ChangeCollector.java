package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.page.MessageText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects changes. A schema that is both sent and received is met twice; what is the same but for
 * its impact becomes one change with the worse one.
 */
final class ChangeCollector {
  private record ChangeKey(String location, String description, String before, String after)
      implements Comparable<ChangeKey> {
    @Override
    public int compareTo(ChangeKey other) {
      return toString().compareTo(other.toString());
    }
  }

  private final Map<ChangeKey, Impact> impacts = new TreeMap<>();

  void add(
      Impact impact, String place, String what, @Nullable Object before, @Nullable Object after) {
    impacts.merge(
        new ChangeKey(MessageText.excerpt(place), what, displayValue(before), displayValue(after)),
        impact,
        (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** Adds a change of what a place admits. */
  void add(
      Effect effect,
      boolean code,
      ContractLocation spot,
      String what,
      @Nullable Object before,
      @Nullable Object after) {
    add(effect.impact(spot.direction(), code), spot.text(), what, before, after);
  }

  /** Adds a change with a fixed impact when the two values differ. */
  void addIfDifferent(
      Impact impact,
      ContractLocation spot,
      String what,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      add(impact, spot.text(), what, before, after);
    }
  }

  /** Adds a change when a part is deprecated now, or no longer; unset means that it is not. */
  void addDeprecation(ContractLocation spot, @Nullable Boolean before, @Nullable Boolean after) {
    addIfDifferent(
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
                    e.getKey().location(),
                    e.getKey().description(),
                    e.getKey().before(),
                    e.getKey().after()))
        .sorted()
        .toList();
  }

  /** Gives a text of a page as one line without control characters. */
  static String singleLine(String text) {
    return MessageText.excerpt(text);
  }

  private static String displayValue(@Nullable Object value) {
    return value == null ? "" : MessageText.excerpt(String.valueOf(value));
  }
}

package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.page.MessageText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects changes without duplicates. A schema that is both sent and received is compared twice;
 * changes that differ only in their impact become one change with the worse impact.
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
      Impact impact,
      String location,
      String description,
      @Nullable Object before,
      @Nullable Object after) {
    impacts.merge(
        new ChangeKey(location, description, displayValue(before), displayValue(after)),
        impact,
        (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** Adds a change of the values that are valid at a location. */
  void add(
      Effect effect,
      boolean code,
      ContractLocation location,
      String description,
      @Nullable Object before,
      @Nullable Object after) {
    add(effect.impact(location.direction(), code), location.text(), description, before, after);
  }

  /** Adds a change with a fixed impact when the two values differ. */
  void addIfDifferent(
      Impact impact,
      ContractLocation location,
      String description,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      add(impact, location.text(), description, before, after);
    }
  }

  /** Adds a change when {@code deprecated} differs; null means false. */
  void addDeprecation(
      ContractLocation location, @Nullable Boolean before, @Nullable Boolean after) {
    addIfDifferent(
        Impact.COMPATIBLE,
        location,
        "deprecated changed",
        Boolean.TRUE.equals(before),
        Boolean.TRUE.equals(after));
  }

  /** Returns the changes, the worst first. */
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

  /** Returns a text of a page as one line without control characters. */
  static String singleLine(String text) {
    return MessageText.excerpt(text);
  }

  private static String displayValue(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}

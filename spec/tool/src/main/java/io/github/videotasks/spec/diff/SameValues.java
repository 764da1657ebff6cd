package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The new properties of one object by their value. Properties that are gone share the sets of
 * names, because an object may have many properties of one value.
 */
final class SameValues {
  private final Map<JsonNode, Set<String>> names = new HashMap<>();

  /** The results for two sets, of which there are few even if there are many properties. */
  private final IdentityHashMap<Set<String>, IdentityHashMap<Set<String>, Set<String>>> known =
      new IdentityHashMap<>();

  /** Adds a new property; null is the value of too many to be a sign. */
  void add(String name, JsonNode value) {
    if (!value.isNull()) {
      names.computeIfAbsent(value, v -> new HashSet<>()).add(name);
    }
  }

  /**
   * Returns the names that have a value.
   *
   * @param before the only names to return; null for all. Not changed
   */
  Set<String> among(@Nullable Set<String> before, JsonNode value) {
    Set<String> equal = names.getOrDefault(value, Set.of());
    if (before == null) {
      return equal;
    }
    return known
        .computeIfAbsent(before, b -> new IdentityHashMap<>())
        .computeIfAbsent(equal, e -> intersection(before, e));
  }

  private static Set<String> intersection(Set<String> one, Set<String> other) {
    boolean oneIsSmaller = one.size() < other.size();
    Set<String> both = new HashSet<>(oneIsSmaller ? one : other);
    both.retainAll(oneIsSmaller ? other : one);
    // The same object, so that it is known for the next properties.
    return both.size() == one.size() ? one : both;
  }
}

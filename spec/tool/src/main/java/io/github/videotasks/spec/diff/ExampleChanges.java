package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the properties, types and values that examples show. A property that no old example
 * showed is a change of the contract even if no schema changed, because objects are open.
 */
final class ExampleChanges {
  /** An example with more changed values was probably recorded again. */
  private static final int MAX_VALUES = 5;

  private final Map<String, Set<String>> known = new TreeMap<>();
  private final ExampleSet before;
  private final ExampleSet after;
  private final List<Change> changes = new ArrayList<>();

  private ExampleChanges(ExampleSet before, ExampleSet after) {
    this.before = before;
    this.after = after;
    before.values().values().forEach(example -> collectTypes("", example, known));
  }

  /**
   * Returns the changes between two sets of examples.
   *
   * @param pairs the examples of both, matched
   */
  static List<Change> between(ExampleSet before, ExampleSet after, List<ExamplePair> pairs) {
    ExampleChanges comparison = new ExampleChanges(before, after);
    pairs.forEach(comparison::compare);
    return comparison.changes;
  }

  private void compare(ExamplePair pair) {
    String was = pair.before();
    String is = pair.after();
    if (is == null) {
      add(Impact.NONE, Objects.requireNonNull(was), "example removed", "", "");
    } else if (was == null) {
      if (compareTypes(is, "example added").isEmpty()) {
        add(Impact.NONE, is, "example added", "", "");
      }
    } else if (!before.valueOf(was).equals(after.valueOf(is))) {
      compareValues(was, is, compareTypes(is, "example changed"));
    }
  }

  /** Adds what no old example showed, and returns the paths of these properties. */
  private Set<String> compareTypes(String file, String description) {
    Map<String, Set<String>> seen = new TreeMap<>();
    collectTypes("", after.valueOf(file), seen);
    Set<String> found = new TreeSet<>();
    seen.forEach(
        (path, types) -> {
          Set<String> old = known.getOrDefault(path, Set.of());
          if (!old.containsAll(types)) {
            String difference = old.isEmpty() ? "shows a new property" : "shows another type";
            add(
                Impact.COMPATIBLE,
                file,
                description + ", " + difference + ", " + path,
                String.join(", ", old),
                String.join(", ", types));
            found.add(path);
          }
        });
    return found;
  }

  /**
   * Adds the values that changed.
   *
   * @param reported the paths of properties that are reported already
   */
  private void compareValues(String was, String is, Set<String> reported) {
    Map<String, String> old = ExampleValues.of(before.valueOf(was)).leaves();
    Map<String, String> now = ExampleValues.of(after.valueOf(is)).leaves();
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    paths.removeIf(path -> Objects.equals(old.get(path), now.get(path)));
    paths.removeIf(path -> now.containsKey(path) && reported.contains(ExampleValues.anyItem(path)));
    if (paths.size() > MAX_VALUES) {
      add(Impact.NONE, is, "example changed, " + paths.size() + " values", "", "");
    } else {
      for (String path : paths) {
        add(
            Impact.NONE,
            is,
            "example changed, " + path,
            old.getOrDefault(path, ""),
            now.getOrDefault(path, ""));
      }
    }
  }

  private void add(Impact impact, String file, String description, String was, String is) {
    changes.add(new Change(impact, file, description, was, is));
  }

  private static void collectTypes(String path, JsonNode node, Map<String, Set<String>> types) {
    if (!path.isEmpty()) {
      types.computeIfAbsent(path, p -> new TreeSet<>()).add(jsonType(node));
    }
    node.properties()
        .forEach(
            e ->
                collectTypes(
                    path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), types));
    if (node.isArray()) {
      node.forEach(item -> collectTypes(path + "[]", item, types));
    }
  }

  private static String jsonType(JsonNode node) {
    return node.isNumber()
        ? (node.isIntegralNumber() ? "integer" : "number")
        : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}

package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the properties and types that examples show. A property that no old example showed is a
 * change of the contract even if no schema changed, because objects are open.
 */
final class ExampleChanges {
  private ExampleChanges() {}

  /**
   * Returns the changes between two sets of examples.
   *
   * @param before the old examples by file
   * @param after the new examples by file
   */
  static List<Change> between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    List<Change> changes = new ArrayList<>();
    Map<String, Set<String>> known = new TreeMap<>();
    before.values().forEach(example -> collectTypes("", example, known));
    TreeSet<String> files = new TreeSet<>(before.keySet());
    files.addAll(after.keySet());
    for (String file : files) {
      JsonNode was = before.get(file);
      JsonNode is = after.get(file);
      if (is == null) {
        changes.add(new Change(Impact.NONE, file, "example removed", "", ""));
      } else if (!is.equals(was)) {
        changes.addAll(
            compareExample(file, was == null ? "example added" : "example changed", is, known));
      }
    }
    return changes;
  }

  private static List<Change> compareExample(
      String file, String description, JsonNode example, Map<String, Set<String>> known) {
    Map<String, Set<String>> seen = new TreeMap<>();
    collectTypes("", example, seen);
    List<Change> changes = new ArrayList<>();
    seen.forEach(
        (path, types) -> {
          Set<String> before = known.getOrDefault(path, Set.of());
          if (!before.containsAll(types)) {
            String difference = before.isEmpty() ? "shows a new property" : "shows another type";
            changes.add(
                new Change(
                    Impact.COMPATIBLE,
                    file,
                    description + ", " + difference + ", " + ChangeCollector.singleLine(path),
                    String.join(", ", before),
                    String.join(", ", types)));
          }
        });
    return changes.isEmpty()
        ? List.of(new Change(Impact.NONE, file, description, "", ""))
        : changes;
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

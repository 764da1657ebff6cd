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
 * Compares what examples show. A member that no example showed before is a change of the contract
 * although no schema may have changed: objects are open.
 */
final class ExampleChanges {
  private ExampleChanges() {}

  /**
   * Gives the changes between two sets of examples.
   *
   * @param before the examples by file
   * @param after the same of the new contract
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
      String file, String what, JsonNode example, Map<String, Set<String>> known) {
    Map<String, Set<String>> seen = new TreeMap<>();
    collectTypes("", example, seen);
    List<Change> changes = new ArrayList<>();
    seen.forEach(
        (path, kinds) -> {
          Set<String> before = known.getOrDefault(path, Set.of());
          if (!before.containsAll(kinds)) {
            String news = before.isEmpty() ? "shows a new member" : "shows another kind of value";
            changes.add(
                new Change(
                    Impact.COMPATIBLE,
                    file,
                    what + ", " + news + ", " + ChangeCollector.singleLine(path),
                    String.join(", ", before),
                    String.join(", ", kinds)));
          }
        });
    return changes.isEmpty() ? List.of(new Change(Impact.NONE, file, what, "", "")) : changes;
  }

  private static void collectTypes(String path, JsonNode node, Map<String, Set<String>> kinds) {
    if (!path.isEmpty()) {
      kinds.computeIfAbsent(path, p -> new TreeSet<>()).add(jsonType(node));
    }
    node.properties()
        .forEach(
            e ->
                collectTypes(
                    path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), kinds));
    if (node.isArray()) {
      node.forEach(item -> collectTypes(path + "[]", item, kinds));
    }
  }

  private static String jsonType(JsonNode node) {
    return node.isNumber()
        ? (node.isIntegralNumber() ? "integer" : "number")
        : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}

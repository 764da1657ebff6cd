package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scalar values of an example by their path, such as {@code rest[0].n}; also empty objects and
 * arrays.
 *
 * @param leaves the values in JSON by path
 */
record ExampleValues(Map<String, String> leaves) {
  static ExampleValues of(JsonNode example) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", example, leaves);
    return new ExampleValues(leaves);
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isEmpty()) { // also every scalar value
      leaves.put(path, node.toString());
    }
    node.properties()
        .forEach(
            e ->
                collect(
                    path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), leaves));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "[" + i + "]", node.get(i), leaves);
    }
  }

  /** Returns a path without the indexes of array items: {@code rest[].n}. */
  static String anyItem(String path) {
    return path.replaceAll("\\[\\d+]", "[]");
  }

  /** Returns from 0 to 1 how many paths and how many values two examples have in common. */
  static double similarity(ExampleValues one, ExampleValues other) {
    int paths = 0;
    int values = 0;
    for (Map.Entry<String, String> leaf : one.leaves.entrySet()) {
      String value = other.leaves.get(leaf.getKey());
      if (value != null) {
        paths++;
        values += value.equals(leaf.getValue()) ? 1 : 0;
      }
    }
    int all = one.leaves.size() + other.leaves.size();
    return 0.5 * share(paths, all) + 0.5 * share(values, all);
  }

  private static double share(int common, int all) {
    return (double) common / (all - common);
  }
}

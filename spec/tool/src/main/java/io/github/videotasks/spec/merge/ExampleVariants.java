package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shapes in which examples show an object: {@code x-shapes}, from a shape's name to the members
 * that are not null in any example of it.
 *
 * <p>Examples are of one shape when the same members of them hold objects. Plain values come and go
 * in any shape; an object is what a reader branches on. The names are words and no references, so
 * no generator makes models of them; the JSON Schema edition has a schema for each.
 */
final class ExampleVariants {
  /** An object of more shapes than this is a map, whose keys are data. */
  private static final int MAX_VARIANTS = 8;

  private ExampleVariants() {}

  /**
   * Gives the shapes of a component; empty when examples show fewer than two.
   *
   * @param component the component's name
   * @param properties the component's properties; others are not named
   * @param shape the evidence
   */
  static ObjectNode of(String component, ObjectNode properties, FieldEvidence shape) {
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    shape.occurrences().stream()
        .map(shown -> shown.value())
        .filter(JsonNode::isObject)
        .forEach(
            value ->
                groups
                    .computeIfAbsent(
                        String.join("\n", objectProperties(value, properties)),
                        key -> new ArrayList<>())
                    .add(value));
    ObjectNode shapes = JsonNodes.object();
    if (groups.size() < 2 || groups.size() > MAX_VARIANTS) {
      return shapes;
    }
    Set<String> common = new TreeSet<>();
    properties.fieldNames().forEachRemaining(common::add);
    groups
        .values()
        .forEach(values -> common.retainAll(objectProperties(values.get(0), properties)));
    for (List<JsonNode> values : groups.values()) {
      List<String> own = objectProperties(values.get(0), properties);
      own.removeAll(common);
      shapes.set(variantName(component, own, shapes), alwaysPresent(values, properties));
    }
    return shapes;
  }

  /** Gives the members that hold objects, in the order of the properties. */
  private static List<String> objectProperties(JsonNode value, ObjectNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> !value.path(name).isObject());
    return names;
  }

  private static ArrayNode alwaysPresent(Collection<JsonNode> values, ObjectNode properties) {
    ArrayNode names = JsonNodes.array();
    properties
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (values.stream().allMatch(value -> value.hasNonNull(name))) {
                names.add(name);
              }
            });
    return names;
  }

  private static String variantName(String component, List<String> own, ObjectNode taken) {
    String name =
        ComponentNames.shorten(
            component
                + (own.isEmpty()
                    ? "Plain"
                    : "With"
                        + String.join(
                            "And", own.stream().map(ComponentNames::capitalize).toList())));
    String free = name;
    for (int n = 2; taken.has(free); n++) {
      free = name + n;
    }
    return free;
  }
}

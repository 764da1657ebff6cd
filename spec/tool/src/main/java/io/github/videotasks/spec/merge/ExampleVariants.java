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
 * Derives the variants of an object from its examples: {@code x-shapes}, which maps a variant's
 * name to the properties that are non-null in all examples of it.
 *
 * <p>Examples belong to the same variant when the same properties are objects. Plain values may be
 * absent in any variant; client code branches on the objects. The names are strings, not
 * references, so generators do not create models for them; the JSON Schema edition has a schema for
 * each.
 */
final class ExampleVariants {
  /** An object with more variants than this is a map, whose keys are data. */
  private static final int MAX_VARIANTS = 8;

  private ExampleVariants() {}

  /**
   * Returns the variants of a component; empty when examples show fewer than two.
   *
   * @param component the component's name
   * @param properties the component's properties; other ones are not listed
   * @param evidence the evidence for the component
   */
  static ObjectNode of(String component, ObjectNode properties, FieldEvidence evidence) {
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    evidence.occurrences().stream()
        .map(shown -> shown.value())
        .filter(JsonNode::isObject)
        .forEach(
            value ->
                groups
                    .computeIfAbsent(
                        String.join("\n", objectProperties(value, properties)),
                        key -> new ArrayList<>())
                    .add(value));
    ObjectNode variants = JsonNodes.object();
    if (groups.size() < 2 || groups.size() > MAX_VARIANTS) {
      return variants;
    }
    Set<String> common = new TreeSet<>();
    properties.fieldNames().forEachRemaining(common::add);
    groups
        .values()
        .forEach(values -> common.retainAll(objectProperties(values.get(0), properties)));
    for (List<JsonNode> values : groups.values()) {
      List<String> own = objectProperties(values.get(0), properties);
      own.removeAll(common);
      variants.set(variantName(component, own, variants), alwaysPresent(values, properties));
    }
    return variants;
  }

  /** Returns the properties whose values are objects, in the order of the schema. */
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

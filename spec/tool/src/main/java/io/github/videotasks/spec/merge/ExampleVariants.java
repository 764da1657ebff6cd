package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

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

  /** The position of each property in the schema. */
  private final Map<String, Integer> positions = new HashMap<>();

  private ExampleVariants(ObjectNode properties) {
    properties.fieldNames().forEachRemaining(name -> positions.put(name, positions.size()));
  }

  /**
   * Returns the variants of a component; empty when examples show fewer than two.
   *
   * @param component the component's name
   * @param properties the component's properties; other ones are not listed
   * @param evidence the evidence for the component
   */
  static ObjectNode of(String component, ObjectNode properties, FieldEvidence evidence) {
    return new ExampleVariants(properties).of(component, evidence);
  }

  private ObjectNode of(String component, FieldEvidence evidence) {
    ObjectNode variants = JsonNodes.object();
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    for (Occurrence shown : evidence.occurrences()) {
      if (shown.value().isObject()) {
        groups
            .computeIfAbsent(
                String.join("\n", objectProperties(shown.value())), key -> new ArrayList<>())
            .add(shown.value());
      }
      if (groups.size() > MAX_VARIANTS) {
        return variants;
      }
    }
    if (groups.size() < 2) {
      return variants;
    }
    Set<String> common = new HashSet<>(positions.keySet());
    groups
        .values()
        .forEach(values -> common.retainAll(new HashSet<>(objectProperties(values.get(0)))));
    for (List<JsonNode> values : groups.values()) {
      List<String> own = objectProperties(values.get(0));
      own.removeAll(common);
      variants.set(variantName(component, own, variants), alwaysPresent(values));
    }
    return variants;
  }

  /** Returns the properties whose values are objects, in the order of the schema. */
  private List<String> objectProperties(JsonNode value) {
    return declaredProperties(value, JsonNode::isObject);
  }

  private ArrayNode alwaysPresent(List<JsonNode> values) {
    List<String> names = declaredProperties(values.get(0), property -> !property.isNull());
    names.removeIf(name -> !values.stream().allMatch(value -> value.hasNonNull(name)));
    ArrayNode present = JsonNodes.array();
    names.forEach(present::add);
    return present;
  }

  /**
   * Iterates over the value and not over the schema: each of many examples may show few of many
   * properties.
   */
  private List<String> declaredProperties(JsonNode value, Predicate<JsonNode> condition) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      if (positions.containsKey(property.getKey()) && condition.test(property.getValue())) {
        names.add(property.getKey());
      }
    }
    names.sort(Comparator.comparing(positions::get));
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

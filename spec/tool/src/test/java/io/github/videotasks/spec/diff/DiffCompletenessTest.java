package io.github.videotasks.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Removes each property of a contract in turn; every removal must be reported. */
class DiffCompletenessTest {
  @Test
  void reportsEveryRemovedProperty() throws IOException {
    ObjectNode contract =
        (ObjectNode) new YAMLMapper().readTree(ContractFixtures.resource("base.yaml"));
    List<JsonPointer> properties = new ArrayList<>();
    collect(JsonPointer.empty(), contract, properties);
    assertThat(properties).hasSizeGreaterThan(150);

    List<String> missed = new ArrayList<>();
    for (JsonPointer property : properties) {
      if (!isDefaultValue(contract, property)
          && ContractDiff.between(contract, without(contract, property)).isEmpty()) {
        missed.add(property.toString());
      }
    }
    assertThat(missed).isEmpty();
  }

  private static ObjectNode without(ObjectNode contract, JsonPointer property) {
    ObjectNode copy = contract.deepCopy();
    JsonNode owner = copy.at(property.head());
    if (owner instanceof ObjectNode object) {
      object.remove(property.last().getMatchingProperty());
    } else {
      ((ArrayNode) owner).remove(property.last().getMatchingIndex());
    }
    return copy;
  }

  /** A property with its default value may be omitted without changing the meaning. */
  private static boolean isDefaultValue(JsonNode contract, JsonPointer property) {
    String value = contract.at(property).toString();
    return switch (property.last().getMatchingProperty()) {
      case "type" -> value.equals("\"object\"");
      case "additionalProperties" -> value.equals("true");
      case "required" -> contract.at(property.head()).path("in").asText().equals("path");
      default -> false;
    };
  }

  /** Skips schemas that others refer to: without them the contract would be refused. */
  private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> properties) {
    node.properties()
        .forEach(
            e -> {
              JsonPointer property = at.appendProperty(e.getKey());
              if (!property.toString().matches("/components(/schemas(/[^/]+)?)?")) {
                properties.add(property);
              }
              collect(property, e.getValue(), properties);
            });
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      properties.add(at.appendIndex(i));
      collect(at.appendIndex(i), node.get(i), properties);
    }
  }
}

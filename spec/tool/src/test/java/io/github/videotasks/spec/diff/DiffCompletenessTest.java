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

/** Takes every member out of a contract, one at a time: none may go unnoticed. */
class DiffCompletenessTest {
  @Test
  void reportsEveryRemovedProperty() throws IOException {
    ObjectNode contract =
        (ObjectNode) new YAMLMapper().readTree(ContractFixtures.resource("base.yaml"));
    List<JsonPointer> members = new ArrayList<>();
    collect(JsonPointer.empty(), contract, members);
    assertThat(members).hasSizeGreaterThan(150);

    List<String> missed = new ArrayList<>();
    for (JsonPointer member : members) {
      if (!isDefaultValue(contract, member)
          && ContractDiff.between(contract, without(contract, member)).isEmpty()) {
        missed.add(member.toString());
      }
    }
    assertThat(missed).isEmpty();
  }

  private static ObjectNode without(ObjectNode contract, JsonPointer member) {
    ObjectNode copy = contract.deepCopy();
    JsonNode owner = copy.at(member.head());
    if (owner instanceof ObjectNode object) {
      object.remove(member.last().getMatchingProperty());
    } else {
      ((ArrayNode) owner).remove(member.last().getMatchingIndex());
    }
    return copy;
  }

  /** What a reader assumes anyway when it is not written. */
  private static boolean isDefaultValue(JsonNode contract, JsonPointer member) {
    String value = contract.at(member).toString();
    return switch (member.last().getMatchingProperty()) {
      case "type" -> value.equals("\"object\"");
      case "additionalProperties" -> value.equals("true");
      case "required" -> contract.at(member.head()).path("in").asText().equals("path");
      default -> false;
    };
  }

  /** A schema that others name cannot be taken out alone: the contract would be refused. */
  private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> members) {
    node.properties()
        .forEach(
            e -> {
              JsonPointer member = at.appendProperty(e.getKey());
              if (!member.toString().matches("/components(/schemas(/[^/]+)?)?")) {
                members.add(member);
              }
              collect(member, e.getValue(), members);
            });
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      members.add(at.appendIndex(i));
      collect(at.appendIndex(i), node.get(i), members);
    }
  }
}

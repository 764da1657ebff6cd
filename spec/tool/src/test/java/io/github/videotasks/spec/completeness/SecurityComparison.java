package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what an operation requires of a caller: schemes by their content, not by their name. */
final class SecurityComparison {
  private final JsonNode contract;
  private final DifferenceList out;

  SecurityComparison(JsonNode contract, DifferenceList out) {
    this.contract = contract;
    this.out = out;
  }

  void compare(DeclaredOperationPlace declared, WrittenOperation written) {
    JsonNode model = declared.place().page().model();
    Set<String> expected = requirements(declared.place().node(), model);
    Set<String> found = requirements(written.node(), contract);
    ModelPlace own = declared.place().child("security");
    ModelPlace place = own.exists() ? own : declared.place();
    if (!found.containsAll(expected)) {
      report("operation.security lost", place, expected, found);
    }
    if (!expected.containsAll(found)) {
      report("operation.security added", place, expected, found);
    }
  }

  private static Set<String> requirements(JsonNode operation, JsonNode document) {
    TreeSet<String> requirements = new TreeSet<>();
    JsonNode declared =
        operation.has("security") ? operation.get("security") : document.path("security");
    for (JsonNode alternative : declared) {
      TreeSet<String> schemes = new TreeSet<>();
      for (Map.Entry<String, JsonNode> entry : alternative.properties()) {
        JsonNode scheme = document.at("/components/securitySchemes").path(entry.getKey());
        if (scheme instanceof ObjectNode object) {
          ObjectNode described = object.deepCopy();
          described.remove("description");
          List<String> extensions = new ArrayList<>();
          described.fieldNames().forEachRemaining(extensions::add);
          extensions.removeIf(name -> !name.startsWith("x-"));
          described.remove(extensions);
          schemes.add(JsonNodes.fingerprint(described) + entry.getValue());
        }
      }
      requirements.add(schemes.toString());
    }
    if (requirements.isEmpty()) {
      requirements.add("[]");
    }
    return requirements;
  }

  private void report(String kind, ModelPlace place, Object expected, Object found) {
    out.add(
        kind,
        "security",
        place,
        TextNode.valueOf(expected.toString()),
        TextNode.valueOf(found.toString()));
  }
}

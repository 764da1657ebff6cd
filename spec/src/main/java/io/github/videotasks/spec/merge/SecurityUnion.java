package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Json;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The security schemes of all documents, and what each operation requires. Schemes of one name that
 * differ get different names; what all operations require alike is said once for the whole
 * contract.
 */
final class SecurityUnion {
  private final Map<String, JsonNode> schemes = new LinkedHashMap<>();
  private final IdentityHashMap<SpecDocument, Map<String, String>> names = new IdentityHashMap<>();
  private final Map<String, Wordings> words = new LinkedHashMap<>();
  private final Map<MergedOperation, ArrayNode> requirements = new LinkedHashMap<>();
  private final boolean differs;

  SecurityUnion(List<SpecDocument> documents, List<MergedOperation> operations, Findings out) {
    documents.forEach(document -> names.put(document, add(document, out)));
    operations.forEach(operation -> requirements.put(operation, union(operation)));
    differs = Set.copyOf(requirements.values()).size() > 1;
    words.forEach((name, all) -> all.report("the description of security scheme " + name, out));
  }

  private Map<String, String> add(SpecDocument document, Findings out) {
    Map<String, String> own = new HashMap<>();
    JsonNode declared = document.root().path("components").path("securitySchemes");
    for (Map.Entry<String, JsonNode> entry : declared.properties()) {
      ObjectNode scheme = entry.getValue().deepCopy();
      String name = entry.getKey();
      for (int n = 2; schemes.containsKey(name) && !same(schemes.get(name), scheme); n++) {
        name = entry.getKey() + n;
      }
      schemes.putIfAbsent(name, scheme);
      words
          .computeIfAbsent(name, k -> new Wordings())
          .add(document, entry.getValue(), "description");
      own.put(entry.getKey(), name);
      if (!name.equals(entry.getKey())) {
        out.add(
            document.warning(
                "security-conflict",
                document.place(declared, entry.getKey()),
                "another page has a different scheme called " + entry.getKey(),
                "Renamed this one to " + name));
      }
    }
    return own;
  }

  /** What is said of a scheme makes it no other one. */
  private static boolean same(JsonNode one, JsonNode other) {
    return plain(one).equals(plain(other));
  }

  private static ObjectNode plain(JsonNode scheme) {
    ObjectNode plain = scheme.deepCopy();
    plain.remove("description");
    return plain;
  }

  private ArrayNode union(MergedOperation operation) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (SourceOperation source : operation.sources()) {
      JsonNode own = source.found().node().get("security");
      Map<String, String> renamed = names.getOrDefault(source.document(), Map.of());
      for (JsonNode requirement : own == null ? source.document().root().path("security") : own) {
        ObjectNode agreed = Json.object();
        requirement
            .properties()
            .forEach(
                e ->
                    agreed.set(
                        renamed.getOrDefault(e.getKey(), e.getKey()), e.getValue().deepCopy()));
        all.putIfAbsent(Json.fingerprint(agreed), agreed);
      }
    }
    return Json.array().addAll(all.values());
  }

  ObjectNode schemes() {
    ObjectNode all = Json.object();
    schemes.forEach((name, scheme) -> all.set(name, scheme.deepCopy()));
    return all;
  }

  /** Tells whether the operations require different things. */
  boolean differs() {
    return differs;
  }

  /** Gives what all operations require. */
  ArrayNode requirements() {
    return requirements.values().stream()
        .findFirst()
        .map(ArrayNode::deepCopy)
        .orElseGet(Json::array);
  }

  /** Gives what one operation requires. */
  ArrayNode requirements(MergedOperation operation) {
    return requirements.getOrDefault(operation, Json.array()).deepCopy();
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the security schemes of all documents and the security requirements of the operations.
 * Different schemes with the same name get different names; requirements that all operations share
 * are written once for the whole contract.
 */
final class SecurityMerger {
  private final Map<String, JsonNode> schemes = new LinkedHashMap<>();
  private final IdentityHashMap<SpecDocument, Map<String, String>> unifiedNames =
      new IdentityHashMap<>();
  private final Map<String, TextVariants> descriptions = new LinkedHashMap<>();
  private final Map<MergedOperation, ArrayNode> requirements = new LinkedHashMap<>();
  private final boolean requirementsDiffer;

  SecurityMerger(List<SpecDocument> documents, List<MergedOperation> operations, Findings out) {
    documents.forEach(document -> unifiedNames.put(document, addSchemes(document, out)));
    operations.forEach(operation -> requirements.put(operation, mergeRequirements(operation, out)));
    requirementsDiffer = Set.copyOf(requirements.values()).size() > 1;
  }

  /** Reports each description that the contract does not use. */
  void reportDescriptions(JsonNode contract, Findings out) {
    JsonNode written = contract.path("components").path("securitySchemes");
    descriptions.forEach(
        (name, all) ->
            all.reportDifferences(
                "the description of security scheme " + name,
                written.path(name).path("description"),
                out));
  }

  private Map<String, String> addSchemes(SpecDocument document, Findings out) {
    Map<String, String> own = new HashMap<>();
    JsonNode declared = document.root().path("components").path("securitySchemes");
    for (Map.Entry<String, JsonNode> entry : declared.properties()) {
      ObjectNode scheme = entry.getValue().deepCopy();
      String name = entry.getKey();
      for (int n = 2; schemes.containsKey(name) && !isSameScheme(schemes.get(name), scheme); n++) {
        name = entry.getKey() + n;
      }
      schemes.putIfAbsent(name, scheme);
      descriptions
          .computeIfAbsent(name, k -> new TextVariants())
          .add(document, entry.getValue(), "description");
      own.put(entry.getKey(), name);
      if (!name.equals(entry.getKey())) {
        out.add(
            document.warning(
                "security-conflict",
                document.location(declared, entry.getKey()),
                "expected one scheme named "
                    + entry.getKey()
                    + ", found a different one on another page",
                "Renamed this one to " + name));
      }
    }
    return own;
  }

  /** Compares two schemes without their descriptions. */
  private static boolean isSameScheme(JsonNode one, JsonNode other) {
    return withoutDescription(one).equals(withoutDescription(other));
  }

  private static ObjectNode withoutDescription(JsonNode scheme) {
    ObjectNode plain = scheme.deepCopy();
    plain.remove("description");
    return plain;
  }

  private ArrayNode mergeRequirements(MergedOperation operation, Findings out) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (SourceOperation source : operation.sources()) {
      JsonNode own = source.declaration().node().get("security");
      Map<String, String> renamed = unifiedNames.getOrDefault(source.document(), Map.of());
      for (JsonNode requirement : own == null ? source.document().root().path("security") : own) {
        ObjectNode agreed = JsonNodes.object();
        requirement
            .properties()
            .forEach(
                e ->
                    agreed.set(
                        renamed.getOrDefault(e.getKey(), e.getKey()), e.getValue().deepCopy()));
        all.putIfAbsent(JsonNodes.fingerprint(agreed), agreed);
      }
    }
    if (!all.isEmpty()) {
      operation.sources().forEach(source -> reportNoSecurity(source, out));
    }
    return JsonNodes.array().addAll(all.values());
  }

  /** A page that says nothing about security may have it elsewhere; an empty list says none. */
  private static void reportNoSecurity(SourceOperation source, Findings out) {
    JsonNode operation = source.declaration().node();
    JsonNode node = operation.has("security") ? operation : source.document().root();
    if (node.has("security") && node.get("security").isEmpty()) {
      out.add(
          source
              .document()
              .warning(
                  "security-conflict",
                  source.document().location(node, "security"),
                  "expected the security of the same operation on another page, found an empty list"
                      + " (no security)",
                  "Kept the security of the other page"));
    }
  }

  ObjectNode schemes() {
    ObjectNode all = JsonNodes.object();
    schemes.forEach((name, scheme) -> all.set(name, scheme.deepCopy()));
    return all;
  }

  /** Returns whether the operations have different security requirements. */
  boolean requirementsDiffer() {
    return requirementsDiffer;
  }

  /** Returns the security requirements that all operations share. */
  ArrayNode requirements() {
    return requirements.values().stream()
        .findFirst()
        .map(ArrayNode::deepCopy)
        .orElseGet(JsonNodes::array);
  }

  /** Returns the security requirements of one operation. */
  ArrayNode requirements(MergedOperation operation) {
    return requirements.getOrDefault(operation, JsonNodes.array()).deepCopy();
  }
}

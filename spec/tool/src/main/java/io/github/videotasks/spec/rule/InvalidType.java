package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.Locale;
import java.util.Map;

/** Repairs schema types that OpenAPI does not define. */
final class InvalidType implements Rule {
  private static final Map<String, String> FORMATS =
      Map.of("file", "binary", "binary", "binary", "long", "int64", "int64", "int64");

  @Override
  public String id() {
    return "odd-type";
  }

  @Override
  public String rationale() {
    return "OpenAPI has seven types. The name of a type in another language (int, bool, file) and a"
        + " misspelling (strng) are replaced by the OpenAPI type; any other type is removed, and"
        + " the examples decide.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          JsonNode type = node.get("type");
          if (kind != OpenApiObject.SCHEMA || type == null || type.isNull()) {
            return;
          }
          if (type instanceof ArrayNode types) {
            repairTypes(document, node, types, out);
          } else if (!TypeAliases.TYPES.contains(type.asText())) {
            repairType(document, node, type, out);
          }
        });
  }

  private void repairType(SpecDocument document, ObjectNode node, JsonNode type, Findings out) {
    String resolved = type.isTextual() ? TypeAliases.resolve(type.textValue()) : null;
    report(document, node, type, resolved == null ? "Removed" : "Read as " + resolved, out);
    if (resolved == null) {
      node.remove("type");
      return;
    }
    node.put("type", resolved);
    String format = FORMATS.get(type.textValue().strip().toLowerCase(Locale.ROOT));
    if (format != null && !node.has("format")) {
      node.put("format", format);
    }
  }

  private void repairTypes(SpecDocument document, ObjectNode node, ArrayNode types, Findings out) {
    ArrayNode kept = types.arrayNode();
    for (JsonNode type : types) {
      String name = type.isNull() ? "null" : type.asText();
      String resolved = TypeAliases.TYPES.contains(name) ? name : TypeAliases.resolve(name);
      if (!name.equals(resolved)) {
        report(document, node, type, resolved == null ? "Removed" : "Read as " + resolved, out);
      }
      if (resolved != null) {
        kept.add(resolved);
      }
    }
    node.set("type", kept);
  }

  private void report(
      SpecDocument document, ObjectNode node, JsonNode type, String action, Findings out) {
    String found =
        type.isContainerNode() ? "an object" : "'" + MessageText.excerpt(type.asText()) + "'";
    out.add(
        document.warning(
            id(),
            document.location(node, "type"),
            "expected an OpenAPI type, found " + found,
            action));
  }
}

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

/** Repairs types that OpenAPI does not have. */
final class InvalidType implements Rule {
  private static final Map<String, String> FORMATS =
      Map.of("file", "binary", "binary", "binary", "long", "int64", "int64", "int64");

  @Override
  public String id() {
    return "odd-type";
  }

  @Override
  public String rationale() {
    return "OpenAPI has seven types. The word that another language has for one (int, bool, file)"
        + " and a slip (strng) are read as what they mean; any other type is removed, and"
        + " the examples decide.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
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
    String meant = type.isTextual() ? TypeAliases.resolve(type.textValue()) : null;
    report(document, node, type, meant == null ? "Removed" : "Read as " + meant, out);
    if (meant == null) {
      node.remove("type");
      return;
    }
    node.put("type", meant);
    String format = FORMATS.get(type.textValue().strip().toLowerCase(Locale.ROOT));
    if (format != null && !node.has("format")) {
      node.put("format", format);
    }
  }

  private void repairTypes(SpecDocument document, ObjectNode node, ArrayNode types, Findings out) {
    ArrayNode kept = types.arrayNode();
    for (JsonNode type : types) {
      String word = type.isNull() ? "null" : type.asText();
      String meant = TypeAliases.TYPES.contains(word) ? word : TypeAliases.resolve(word);
      if (!word.equals(meant)) {
        report(document, node, type, meant == null ? "Removed" : "Read as " + meant, out);
      }
      if (meant != null) {
        kept.add(meant);
      }
    }
    node.set("type", kept);
  }

  private void report(
      SpecDocument document, ObjectNode node, JsonNode type, String done, Findings out) {
    String found =
        type.isContainerNode() ? "an object" : "'" + MessageText.excerpt(type.asText()) + "'";
    out.add(
        document.warning(
            id(),
            document.location(node, "type"),
            "expected a type of OpenAPI, found " + found,
            done));
  }
}

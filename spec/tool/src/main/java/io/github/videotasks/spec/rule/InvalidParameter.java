package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Repairs parameters without a name or location, and parameters in the form of Swagger 2. */
final class InvalidParameter implements Rule {
  private static final List<String> LOCATIONS = List.of("query", "path", "header", "cookie");

  @Override
  public String id() {
    return "odd-parameter";
  }

  @Override
  public String rationale() {
    return "A parameter has a name and a location: query, path, header or cookie. A misspelt"
        + " location (pathh) is read as the intended one; a parameter without name or location, in"
        + " a body, or listed twice is removed. Type and constraints next to the name, as in"
        + " Swagger 2, become its schema.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          if (node.get("parameters") instanceof ArrayNode list
              && (kind == OpenApiObject.OPERATION || kind == OpenApiObject.PATH_ITEM)) {
            repairList(document, list, pointer, out);
          } else if (kind == OpenApiObject.PARAMETER) {
            moveToSchema(document, node, out);
          }
        });
  }

  private void repairList(SpecDocument document, ArrayNode list, String pointer, Findings out) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      SourceLocation location = document.location(list, i);
      boolean keep = item.has("$ref");
      if (item instanceof ObjectNode parameter && !keep) {
        keep =
            repairLocation(document, parameter, location, pointer, out)
                && isFirst(document, parameter, location, seen, out);
      }
      if (!keep) {
        list.remove(i);
        document.lines().removeItem(list, i);
        i--;
      }
    }
  }

  private boolean isFirst(
      SpecDocument document,
      JsonNode parameter,
      SourceLocation location,
      Set<String> seen,
      Findings out) {
    String name = parameter.path("name").asText();
    if (seen.add(parameter.path("in").asText() + ":" + name)) {
      return true;
    }
    out.add(
        document.warning(
            id(),
            location,
            "expected the parameter '" + MessageText.excerpt(name) + "' once, found it twice",
            "Removed the duplicate"));
    return false;
  }

  private boolean repairLocation(
      SpecDocument document,
      ObjectNode parameter,
      SourceLocation location,
      String pointer,
      Findings out) {
    String name = parameter.path("name").asText().strip();
    String in = parameter.path("in").asText();
    if (name.isEmpty()) {
      out.add(document.warning(id(), location, "expected a parameter name, found none", "Removed"));
      return false;
    }
    if (LOCATIONS.contains(in)) {
      return true;
    }
    String match = SpellingSuggestion.matchIgnoringSeparators(in, LOCATIONS);
    String intended = match == null ? SpellingSuggestion.closest(in, LOCATIONS) : match;
    if (intended == null && in.isBlank() && pointer.contains("{" + name + "}")) {
      intended = "path";
    }
    out.add(
        document.warning(
            id(),
            in.isBlank() ? location : document.location(parameter, "in"),
            "expected 'in' to be query, path, header or cookie, found '"
                + MessageText.excerpt(in)
                + "'",
            intended == null
                ? "Removed the parameter '" + MessageText.excerpt(name) + "'"
                : "Read as '" + intended + "'"));
    if (intended != null) {
      parameter.put("in", intended);
    }
    return intended != null;
  }

  private void moveToSchema(SpecDocument document, ObjectNode parameter, Findings out) {
    if (parameter.has("schema") || parameter.has("content") || parameter.has("$ref")) {
      return;
    }
    ObjectNode schema = JsonNodes.object();
    for (var entry : List.copyOf(parameter.properties())) {
      String key = entry.getKey();
      if (OpenApiKeywords.valueType(OpenApiObject.SCHEMA, key) != null
          && OpenApiKeywords.valueType(OpenApiObject.PARAMETER, key) == null) {
        schema.set(key, entry.getValue());
        document.lines().recordKey(schema, key, document.lines().lineOf(parameter, key));
      }
    }
    if (schema.has("type") || schema.has("enum")) {
      parameter.remove(schema.properties().stream().map(e -> e.getKey()).toList());
      parameter.set("schema", schema);
      document.lines().recordStart(schema, document.lines().lineOf(schema, "type"));
      out.add(
          document.warning(
              id(),
              document.location(parameter),
              "expected a schema, found "
                  + String.join(", ", schema.properties().stream().map(e -> e.getKey()).toList())
                  + " next to the name",
              "Read as the schema"));
    }
  }
}

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Notes keywords that do not reach the contract. */
final class UnreadKeyword implements Rule {
  private static final Map<Kind, Set<String>> READ =
      Map.of(
          Kind.DOCUMENT,
          Set.of("openapi", "info", "servers", "security", "paths", "components"),
          Kind.PATH_ITEM,
          Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "parameters"),
          Kind.OPERATION,
          Set.of(
              "operationId",
              "summary",
              "description",
              "parameters",
              "requestBody",
              "responses",
              "security"),
          Kind.PARAMETER,
          Set.of("name", "in", "description", "required", "schema", "example", "$ref"),
          Kind.REQUEST_BODY,
          Set.of("content", "required", "description", "$ref"),
          Kind.RESPONSE,
          Set.of("content", "description", "$ref"),
          Kind.MEDIA_TYPE,
          Set.of("schema", "example", "examples"),
          Kind.SCHEMA,
          Set.of(
              "type",
              "format",
              "nullable",
              "description",
              "title",
              "properties",
              "required",
              "items",
              "enum",
              "allOf",
              "oneOf",
              "anyOf",
              "$ref",
              "default",
              "minimum",
              "maximum",
              "minLength",
              "maxLength",
              "pattern",
              "minItems",
              "maxItems",
              "example",
              "examples"));

  @Override
  public String id() {
    return "unread-keyword";
  }

  @Override
  public String why() {
    return "Keywords that say nothing about names and types on the wire (headers of answers, links, callbacks,"
        + " patternProperties, ...) do not reach the contract; each is noted once for a document.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    TreeMap<String, Integer> lines = new TreeMap<>();
    SpecWalk.document(
        document.root(), (kind, node, pointer) -> collect(document, kind, node, lines));
    lines.forEach(
        (keyword, line) ->
            out.add(
                document.info(
                    id(),
                    new Place(document.file(), line),
                    "found '" + Texts.shown(keyword) + "', which the contract does not carry",
                    "Left out wherever it stood in the document")));
  }

  private static void collect(
      SpecDocument document, Kind kind, ObjectNode node, Map<String, Integer> lines) {
    Set<String> read = READ.get(kind);
    if (read != null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        boolean open =
            entry.getKey().equals("additionalProperties") && entry.getValue().isBoolean();
        if (!read.contains(entry.getKey()) && says(entry.getValue()) && !open) {
          lines.merge(entry.getKey(), document.lines().of(node, entry.getKey()), Math::min);
        }
      }
    }
  }

  /** An empty object or text and false say nothing. */
  private static boolean says(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isContainerNode()
        ? !value.isEmpty()
        : !value.asText().isEmpty() && !value.isNull();
  }
}

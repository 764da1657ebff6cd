package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/** Translates schema keywords of OpenAPI 3.1 to their form in 3.0. */
final class NewerKeyword implements Rule {
  private static final Map<String, String> LIMITS =
      Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

  @Override
  public String id() {
    return "newer-keyword";
  }

  @Override
  public String rationale() {
    return "const, a number for exclusiveMinimum and exclusiveMaximum, and contentEncoding belong"
        + " to OpenAPI 3.1; the contract has an enum of one value, a limit with true, and"
        + " format byte instead. Reported where the document's own version does not have the"
        + " form, or where it has no effect.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    boolean isOpenApi30 = document.root().path("openapi").asText().startsWith("3.0");
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA) {
            translateConst(document, node, isOpenApi30, out);
            translateContent(document, node);
            for (String keyword : List.of("exclusiveMinimum", "exclusiveMaximum")) {
              translateLimit(document, node, keyword, isOpenApi30, out);
            }
          }
        });
  }

  private void translateConst(
      SpecDocument document, ObjectNode node, boolean isOpenApi30, Findings out) {
    JsonNode value = node.get("const");
    if (value == null || value.isContainerNode()) {
      return;
    }
    if (isOpenApi30) {
      report(document, node, "const", "an enum of one value", "Read as such an enum", out);
    }
    int line = document.lines().lineOf(node, "const");
    node.remove("const");
    node.putArray("enum").add(value);
    document.lines().recordKey(node, "enum", line);
  }

  /** Reads {@code contentEncoding: base64} as format byte, raw bytes as format binary. */
  private static void translateContent(SpecDocument document, ObjectNode node) {
    if (node.has("format")) {
      return;
    }
    boolean base64 = node.path("contentEncoding").asText().equals("base64");
    boolean bytes = node.path("contentMediaType").asText().equals("application/octet-stream");
    if (base64 || (bytes && !node.has("contentEncoding"))) {
      String keyword = base64 ? "contentEncoding" : "contentMediaType";
      document.lines().recordKey(node, "format", document.lines().lineOf(node, keyword));
      node.remove(keyword);
      node.put("format", base64 ? "byte" : "binary");
      if (!node.has("type")) {
        node.put("type", "string");
      }
    }
  }

  private void translateLimit(
      SpecDocument document, ObjectNode node, String keyword, boolean isOpenApi30, Findings out) {
    JsonNode exclusive = node.get(keyword);
    String limit = LIMITS.getOrDefault(keyword, "");
    if (exclusive == null) {
      return;
    }
    if (exclusive.isNumber()) {
      if (isOpenApi30) {
        report(document, node, keyword, "true or false", "Read as " + limit, out);
      }
      JsonNode inclusive = node.path(limit);
      if (inclusive.isNumber() && isStricter(inclusive, exclusive, keyword)) {
        node.remove(keyword);
      } else {
        node.set(limit, exclusive);
        document.lines().recordKey(node, limit, document.lines().lineOf(node, keyword));
        node.put(keyword, true);
      }
    } else if (exclusive.isBoolean() && !exclusive.booleanValue()) {
      node.remove(keyword);
    } else if (!exclusive.isBoolean() || !node.path(limit).isNumber()) {
      report(document, node, keyword, "a number, or true beside " + limit, "Removed", out);
      node.remove(keyword);
    } else if (!isOpenApi30) {
      report(document, node, keyword, "a number", "Read as exclusive " + limit, out);
    }
  }

  private static boolean isStricter(JsonNode inclusive, JsonNode exclusive, String keyword) {
    int order = inclusive.decimalValue().compareTo(exclusive.decimalValue());
    return keyword.equals("exclusiveMinimum") ? order > 0 : order < 0;
  }

  private void report(
      SpecDocument document,
      ObjectNode node,
      String keyword,
      String expected,
      String action,
      Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(node, keyword),
            "expected "
                + expected
                + " for '"
                + keyword
                + "', found "
                + MessageText.excerpt(JsonNodes.compact(node.get(keyword))),
            action));
  }
}

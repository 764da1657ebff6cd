package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Set;

/** Compares the limits of a schema with its declarations. */
final class SchemaLimitComparison {
  private static final List<String> PLAIN =
      List.of(
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "multipleOf",
          "minProperties",
          "maxProperties");

  private static final List<String> BOUNDS = List.of("minimum", "maximum");

  /** The keywords that this class compares. */
  static final Set<String> KEYWORDS =
      Set.of(
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "multipleOf",
          "minProperties",
          "maxProperties",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum");

  private final String side;
  private final DifferenceList out;

  SchemaLimitComparison(String side, DifferenceList out) {
    this.side = side;
    this.out = out;
  }

  void compare(List<List<ModelPlace>> variants, JsonNode schema) {
    for (String keyword : PLAIN) {
      compare(variants, keyword, plain(schema, keyword), node -> plain(node, keyword));
    }
    for (String keyword : BOUNDS) {
      compare(variants, keyword, bound(schema, keyword), node -> bound(node, keyword));
    }
  }

  private interface Limit {
    String of(JsonNode schema);
  }

  private void compare(
      List<List<ModelPlace>> variants, String keyword, String written, Limit limit) {
    for (ModelPlace part : SchemaVariants.parts(variants)) {
      String declared = limit.of(part.node());
      if (!declared.isEmpty() && !declared.equals(written)) {
        String change = written.isEmpty() ? "lost" : "changed";
        out.add(
            side + " schema.limit " + change,
            keyword,
            keywordOf(part, keyword),
            List.of(exclusive(part, keyword)),
            JsonNodes.object().put(keyword, declared),
            JsonNodes.object().put(keyword, written));
      }
    }
    for (List<ModelPlace> variant : variants) {
      boolean limited = variant.stream().anyMatch(part -> !limit.of(part.node()).isEmpty());
      if (!written.isEmpty() && !limited) {
        report("schema.limit added", keyword, variant.get(0), "", written);
      }
    }
  }

  /** Returns the place of the keyword, which may be the exclusive form. */
  private static ModelPlace keywordOf(ModelPlace part, String keyword) {
    return part.node().has(keyword) ? part.child(keyword) : exclusive(part, keyword);
  }

  private static ModelPlace exclusive(ModelPlace part, String keyword) {
    return part.child(
        "exclusive"
            + keyword.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + keyword.substring(1));
  }

  private static String plain(JsonNode schema, String keyword) {
    JsonNode value = schema.path(keyword);
    boolean none =
        !ModelPlace.hasMeaning(value) || (keyword.startsWith("min") && value.asInt() == 0);
    return none ? "" : JsonNodes.fingerprint(value);
  }

  /** Returns a bound in one form for 3.0 and 3.1, such as {@code > 0}. */
  private static String bound(JsonNode schema, String keyword) {
    JsonNode value = schema.path(keyword);
    JsonNode exclusive =
        schema.path(keyword.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum");
    if (exclusive.isNumber()) {
      return "without " + JsonNodes.fingerprint(exclusive);
    }
    if (!value.isNumber()) {
      return "";
    }
    return (exclusive.asBoolean() ? "without " : "with ") + JsonNodes.fingerprint(value);
  }

  private void report(
      String kind, String keyword, ModelPlace place, String declared, String written) {
    out.add(
        side + " " + kind,
        keyword,
        place,
        JsonNodes.object().put(keyword, declared),
        JsonNodes.object().put(keyword, written));
  }
}

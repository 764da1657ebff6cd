package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares type, null, format and the valid values of a schema with its declarations. */
final class SchemaTypeComparison {
  private final String side;
  private final DifferenceList out;

  SchemaTypeComparison(String side, DifferenceList out) {
    this.side = side;
    this.out = out;
  }

  boolean isTyped(List<List<ModelPlace>> variants) {
    return variants.stream().anyMatch(variant -> !SchemaVariants.types(variant).isEmpty());
  }

  /** Compares the type alone. */
  void compareTypes(List<List<ModelPlace>> variants, JsonNode schema) {
    variants.forEach(variant -> compareType(variant, variants, schema));
  }

  /** Compares the known values and the formats alone. */
  void compareValuesAndFormats(List<List<ModelPlace>> variants, JsonNode schema) {
    for (ModelPlace part : SchemaVariants.parts(variants)) {
      compareValues(part, schema);
      compareFormat(part, schema);
    }
  }

  void compare(List<List<ModelPlace>> variants, JsonNode schema) {
    for (List<ModelPlace> variant : variants) {
      compareType(variant, variants, schema);
      compareNull(variant, schema);
      compareClosedValues(variant, schema);
    }
    boolean nullable = variants.stream().anyMatch(SchemaVariants::nullable);
    if (schema.path("nullable").asBoolean() && !nullable) {
      boolean part =
          SchemaVariants.parts(variants).stream().anyMatch(it -> Nullability.declared(it.node()));
      String kind = "schema.nullable " + (part ? "of a part added" : "added");
      report(kind, "nullable", variants.get(0).get(0), schema.path("nullable"));
    }
    compareValuesAndFormats(variants, schema);
    boolean formatted =
        SchemaVariants.parts(variants).stream().anyMatch(part -> part.node().has("format"));
    if (schema.has("format") && !formatted) {
      String format = schema.path("format").asText();
      boolean bounded = format.equals("int32") && isWithinInt32(variants);
      String kind = "schema.format added " + format + (bounded ? " within limits" : "");
      report(kind, "format", variants.get(0).get(0), schema.path("format"));
    }
  }

  private void compareType(
      List<ModelPlace> variant, List<List<ModelPlace>> variants, JsonNode schema) {
    String written = schema.path("type").asText();
    Set<String> declared = SchemaVariants.types(variant);
    ModelPlace place =
        variant.stream()
            .filter(part -> !SchemaVariants.types(part.node()).isEmpty())
            .findFirst()
            .orElse(variant.get(0));
    if (written.isEmpty()) {
      if (!declared.isEmpty() || hasValuesOfOneType(variants)) {
        List<ModelPlace> others = new ArrayList<>();
        SchemaVariants.parts(variants).forEach(part -> others.add(part.keyword("type")));
        out.add(
            side + " schema.type lost",
            "type",
            place.keyword("type"),
            others,
            place.node(),
            schema.path("type"));
      }
      return;
    }
    if (declared.isEmpty() && !typeFollows(variant, written)) {
      report("schema.type added", "type", place, schema.path("type"));
    }
    for (String type : declared) {
      if (type.equals("integer") && written.equals("number")) {
        report("schema.type widened", "type", place.keyword("type"), schema.path("type"));
      } else if (!type.equals(written) && isEnumOfDigits(place.node(), written)) {
        report("schema.type of an enum changed", "type", place, schema.path("type"));
      } else if (!type.equals(written) && !isIntegerEnum(place.node(), written)) {
        report("schema.type narrowed", "type", place.keyword("type"), schema.path("type"));
      }
    }
  }

  /** Returns whether the valid values imply one type for all variants. */
  private static boolean hasValuesOfOneType(List<List<ModelPlace>> variants) {
    Set<JsonNodeType> types = new HashSet<>();
    for (List<ModelPlace> variant : variants) {
      for (ModelPlace part : variant) {
        part.node().path("enum").forEach(value -> types.add(value.getNodeType()));
        if (part.node().has("const")) {
          types.add(part.node().get("const").getNodeType());
        }
      }
    }
    boolean all =
        variants.stream()
            .allMatch(
                it -> it.stream().anyMatch(p -> p.node().has("enum") || p.node().has("const")));
    types.remove(JsonNodeType.NULL);
    return all && types.size() == 1;
  }

  private static boolean isEnumOfDigits(JsonNode schema, String written) {
    boolean digits = schema.has("enum") && written.equals("integer");
    for (JsonNode value : schema.path("enum")) {
      digits &= value.asText().matches("\\d+");
    }
    return digits && schema.path("enum").path(0).isTextual();
  }

  /** The parser reads an enum of integers without a type as one of numbers. */
  private static boolean isIntegerEnum(JsonNode schema, String written) {
    boolean whole = schema.has("enum") && written.equals("integer");
    for (JsonNode value : schema.path("enum")) {
      whole &= value.isIntegralNumber();
    }
    return whole;
  }

  /** Returns whether other keywords imply the type. */
  private static boolean typeFollows(List<ModelPlace> variant, String type) {
    return variant.stream()
        .anyMatch(
            part -> {
              JsonNode node = part.node();
              return node.has("enum")
                  || node.has("const")
                  || node.path("type").asText().equals("null")
                  || (type.equals("object") && node.has("properties"))
                  || (type.equals("array") && node.has("items"));
            });
  }

  private void compareNull(List<ModelPlace> variant, JsonNode schema) {
    if (SchemaVariants.nullable(variant)
        && schema.has("type")
        && !schema.path("nullable").asBoolean()) {
      ModelPlace place =
          variant.stream()
              .filter(part -> Nullability.declared(part.node()))
              .findFirst()
              .orElse(variant.get(0));
      report("schema.nullable lost", "nullable", place, schema.path("nullable"));
    }
  }

  /** Reports an enum that forbids what a declaration allows. */
  private void compareClosedValues(List<ModelPlace> variant, JsonNode schema) {
    boolean closed =
        variant.stream().anyMatch(part -> part.node().has("enum") || part.node().has("const"));
    boolean isOnlyNull =
        variant.stream().anyMatch(p -> p.node().path("type").asText().equals("null"));
    if (schema.has("enum") && !closed && !isOnlyNull) {
      report("schema.enum narrowed", "enum", variant.get(0), schema.path("enum"));
    }
  }

  private void compareValues(ModelPlace part, JsonNode schema) {
    Set<String> known = new HashSet<>();
    for (String keyword : List.of("enum", "x-extensible-enum")) {
      for (JsonNode value : schema.path(keyword)) {
        known.add(value.asText());
        if (schema.has("type") && isText(schema) != value.isTextual()) {
          report("schema.enum of another type", "enum", part, schema);
        }
      }
    }
    if (part.node().has("const")) {
      compareValue("const", part.child("const"), part.node().path("const"), known, schema);
    }
    for (JsonNode value : part.node().path("enum")) {
      compareValue("enum", part.child("enum"), value, known, schema);
    }
    if (side.equals("request") && part.node().has("enum") && !schema.has("enum")) {
      report("schema.enum opened", "enum", part.child("enum"), schema.path("x-extensible-enum"));
    }
  }

  private static boolean isText(JsonNode schema) {
    return schema.path("type").asText().equals("string");
  }

  private void compareValue(
      String keyword, ModelPlace place, JsonNode value, Set<String> known, JsonNode schema) {
    if (!value.isNull() && !known.contains(value.asText())) {
      report("schema." + keyword + " lost", keyword, place, schema.path("enum"));
    }
  }

  private static boolean isWithinInt32(List<List<ModelPlace>> variants) {
    return variants.stream()
        .allMatch(
            variant ->
                variant.stream()
                    .map(ModelPlace::node)
                    .anyMatch(
                        node ->
                            node.has("enum")
                                || node.has("const")
                                || (limit(node, "maximum", "exclusiveMaximum") <= Integer.MAX_VALUE
                                    && limit(node, "minimum", "exclusiveMinimum")
                                        <= Integer.MAX_VALUE)));
  }

  private static long limit(JsonNode schema, String keyword, String exclusive) {
    JsonNode value =
        schema.path(exclusive).isNumber() ? schema.path(exclusive) : schema.path(keyword);
    return value.isNumber() ? Math.abs(value.asLong()) : Long.MAX_VALUE;
  }

  private void compareFormat(ModelPlace part, JsonNode schema) {
    String declared = part.node().path("format").asText();
    String written = schema.path("format").asText();
    if (!declared.isEmpty() && !declared.equals(written)) {
      String change = written.isEmpty() ? "lost" : "changed from " + declared + " to " + written;
      report("schema.format " + change, "format", part.child("format"), schema.path("format"));
    }
  }

  private void report(String kind, String keyword, ModelPlace place, JsonNode written) {
    out.add(side + " " + kind, keyword, place, place.node(), written);
  }
}

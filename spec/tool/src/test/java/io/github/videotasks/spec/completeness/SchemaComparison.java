package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares all declarations of one value with its schema in the contract. Every keyword of every
 * declaration must be in the contract, and the contract must not forbid what a declaration allows.
 */
final class SchemaComparison {
  private static final Set<String> COMPARED_BY_MEANING =
      Set.of(
          "$ref",
          "type",
          "nullable",
          "enum",
          "const",
          "properties",
          "items",
          "required",
          "allOf",
          "oneOf",
          "anyOf",
          "additionalProperties",
          "$defs",
          "format",
          "example",
          "examples");

  private final JsonNode contract;
  private final String side;
  private final KeptExamples examples;
  private final DifferenceList out;
  private final SchemaTypeComparison types;
  private final SchemaLimitComparison limits;
  private final Set<String> visited = new HashSet<>();

  /** Whether the compared schema is one form of a field without a type. */
  private boolean oneOfSeveral;

  private int depth;

  /**
   * Creates a comparison.
   *
   * @param contract the contract, which resolves its references
   * @param side {@code request} or {@code response}
   */
  SchemaComparison(JsonNode contract, String side, KeptExamples examples, DifferenceList out) {
    this.contract = contract;
    this.side = side;
    this.examples = examples;
    this.out = out;
    this.types = new SchemaTypeComparison(side, out);
    this.limits = new SchemaLimitComparison(side, out);
  }

  void compare(List<ModelPlace> declarations, JsonNode written) {
    StringBuilder key = new StringBuilder(written.path("$ref").asText(written.toString()));
    declarations.forEach(it -> key.append(' ').append(it.page().name()).append(it.pointer()));
    if (visited.add(key.toString())) {
      depth++;
      compareNew(declarations, resolve(written));
      depth--;
    }
  }

  private void compareNew(List<ModelPlace> declarations, JsonNode schema) {
    List<List<ModelPlace>> variants = SchemaVariants.of(declarations);
    JsonNode forms = schema.path("x-declared");
    if (schema.has("type") || forms.isEmpty()) {
      compareVariants(variants, schema);
      return;
    }
    // The field has no type; what each type of it declares is in the extension.
    types.compareTypes(variants, schema);
    for (JsonNode form : forms) {
      List<List<ModelPlace>> ofType =
          variants.stream()
              .filter(it -> SchemaVariants.types(it).equals(Set.of(form.path("type").asText())))
              .toList();
      if (!ofType.isEmpty()) {
        JsonNode declared = describedBy(schema, resolve(form.path("schema")));
        types.compareValuesAndFormats(ofType, declared);
        oneOfSeveral = true;
        compareStructure(ofType, declared);
        oneOfSeveral = false;
      }
    }
  }

  /** Returns a form with the description of the field, which has one for all its forms. */
  private static JsonNode describedBy(JsonNode field, JsonNode form) {
    if (!field.has("description") || form.has("description")) {
      return form;
    }
    ObjectNode described = form.deepCopy();
    return described.set("description", field.get("description"));
  }

  private void compareVariants(List<List<ModelPlace>> variants, JsonNode schema) {
    types.compare(variants, schema);
    compareStructure(variants, schema);
  }

  private void compareStructure(List<List<ModelPlace>> variants, JsonNode schema) {
    if (schema.has("type") || !types.isTyped(variants)) {
      limits.compare(variants, schema);
      compareChildren(variants, schema);
      compareRequired(variants, schema);
    }
    SchemaVariants.parts(variants).forEach(part -> compareKeywords(part, schema));
  }

  /** Returns the schema that a reference or a nullable reference names, with its own keywords. */
  private JsonNode resolve(JsonNode written) {
    JsonNode reference =
        written.path("allOf").size() == 1 ? written.path("allOf").path(0) : written;
    if (!reference.has("$ref")) {
      return written;
    }
    ObjectNode merged = JsonNodes.object();
    JsonNode target = contract.at(reference.get("$ref").asText().substring(1));
    target.properties().forEach(it -> merged.set(it.getKey(), it.getValue()));
    written.properties().forEach(it -> merged.set(it.getKey(), it.getValue()));
    merged.remove(List.of("$ref", "allOf"));
    return merged;
  }

  private void compareChildren(List<List<ModelPlace>> variants, JsonNode schema) {
    Map<String, List<ModelPlace>> properties = new LinkedHashMap<>();
    List<ModelPlace> items = new ArrayList<>();
    List<ModelPlace> values = new ArrayList<>();
    for (ModelPlace part : SchemaVariants.parts(variants)) {
      for (ModelPlace property : part.child("properties").properties()) {
        properties.computeIfAbsent(property.name(), n -> new ArrayList<>()).add(property);
      }
      if (part.node().path("items").isObject()) {
        items.add(part.child("items"));
      }
      compareOpenness(part, schema, values);
    }
    compareMapValues(variants, schema);
    properties.forEach((name, declared) -> compareProperty(declared, schema, name));
    for (Map.Entry<String, JsonNode> written : schema.path("properties").properties()) {
      if (!properties.containsKey(written.getKey())) {
        report("schema.property added", "properties", variants.get(0).get(0), written.getValue());
      }
    }
    compareNested("schema.items lost", items, schema.path("items"));
    // Values of several types, or of any, have a schema without a type: "true" is another form.
    Set<Set<String>> types = new HashSet<>();
    SchemaVariants.of(values).forEach(variant -> types.add(SchemaVariants.types(variant)));
    boolean anyValue =
        !schema.path("additionalProperties").isObject()
            && variants.stream().allMatch(SchemaComparison::declaresMap)
            && (types.size() > 1 || types.contains(Set.<String>of()));
    compareNested(
        variants.size() == 1 && !oneOfSeveral
            ? "schema.map lost"
            : "schema.map of some variants lost",
        values,
        anyValue ? JsonNodes.object() : schema.path("additionalProperties"));
  }

  private void compareProperty(List<ModelPlace> declared, JsonNode schema, String name) {
    compareNested("schema.property lost", declared, schema.path("properties").path(name));
  }

  private void compareNested(String lost, List<ModelPlace> declared, JsonNode written) {
    if (written.isObject()) {
      if (!declared.isEmpty()) {
        compare(declared, written);
      }
      return;
    }
    declared.forEach(it -> report(lost, it.name(), it, written));
  }

  private void compareOpenness(ModelPlace part, JsonNode schema, List<ModelPlace> values) {
    JsonNode declared = part.node().path("additionalProperties");
    JsonNode written = schema.path("additionalProperties");
    if (declared.isObject() && saysSomething(declared)) {
      values.add(part.child("additionalProperties"));
    }
    if (declared.isBoolean() && !declared.booleanValue()) {
      ModelPlace place = part.child("additionalProperties");
      report("schema.additionalProperties opened", "additionalProperties", place, written);
    }
  }

  /** Reports a map that forbids values which a variant without the map allows. */
  private void compareMapValues(List<List<ModelPlace>> variants, JsonNode schema) {
    JsonNode written = schema.path("additionalProperties");
    for (List<ModelPlace> variant : variants) {
      boolean object =
          SchemaVariants.types(variant).contains("object")
              || variant.stream().anyMatch(part -> part.node().has("properties"));
      if (written.isObject() && !written.isEmpty() && object && !declaresMap(variant)) {
        ModelPlace place = variant.get(variant.size() - 1);
        report("schema.additionalProperties narrowed", "additionalProperties", place, written);
      }
    }
  }

  private static boolean declaresMap(List<ModelPlace> variant) {
    return variant.stream()
        .map(part -> part.node().path("additionalProperties"))
        .anyMatch(declared -> declared.isObject() && saysSomething(declared));
  }

  private static boolean saysSomething(JsonNode schema) {
    boolean says = false;
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      says |= !keyword.getKey().startsWith("x-");
    }
    return says;
  }

  private void compareRequired(List<List<ModelPlace>> variants, JsonNode schema) {
    Set<String> written = texts(schema.path("required"));
    for (ModelPlace part : SchemaVariants.parts(variants)) {
      for (String name : texts(part.node().path("required"))) {
        if (!written.contains(name)) {
          boolean all = variants.stream().allMatch(variant -> requires(variant, name));
          String kind = all ? "schema.required lost" : "schema.required of some variants lost";
          report(kind, "required", part.child("required"), schema.path("required"));
        }
      }
    }
    for (List<ModelPlace> variant : variants) {
      if (!SchemaVariants.types(variant).contains("object")) {
        continue;
      }
      Set<String> required = new HashSet<>();
      variant.forEach(part -> required.addAll(texts(part.node().path("required"))));
      if (!required.containsAll(written)) {
        report("schema.required added", "required", variant.get(0), schema.path("required"));
      }
    }
  }

  private static boolean requires(List<ModelPlace> variant, String name) {
    return variant.stream().anyMatch(part -> texts(part.node().path("required")).contains(name));
  }

  /** Compares the keywords that a schema must have exactly as declared. */
  private void compareKeywords(ModelPlace part, JsonNode schema) {
    for (ModelPlace keyword : part.properties()) {
      String name = keyword.name();
      if (!ModelPlace.hasMeaning(keyword.node())) {
        continue;
      }
      if (name.equals("example") && !examples.contains(keyword.original())) {
        String what = depth == 1 ? "schema.example" : "schema.example of a part";
        report(what + " lost", name, keyword, schema.path(name));
      }
      if (COMPARED_BY_MEANING.contains(name) || SchemaLimitComparison.KEYWORDS.contains(name)) {
        continue;
      }
      JsonNode written = schema.path(name);
      if (written.isMissingNode()) {
        report("schema." + name + " lost", name, keyword, written);
      } else if (!TextComparison.same(keyword.node(), written)) {
        report("schema." + name + " changed", name, keyword, written);
      }
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private void report(String kind, String keyword, ModelPlace place, JsonNode written) {
    out.add(side + " " + kind, keyword, place, place.node(), written);
  }
}

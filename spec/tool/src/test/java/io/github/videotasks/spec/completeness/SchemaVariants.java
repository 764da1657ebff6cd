package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The variants of a schema: a value is valid if it is valid for all parts of one variant. The parts
 * are the schema itself, what it refers to and the parts of allOf; each alternative of oneOf and
 * anyOf begins another variant, and so does each page.
 */
final class SchemaVariants {
  private static final int MAX_VARIANTS = 64;

  private SchemaVariants() {}

  /** Returns the variants of several declarations of one value. */
  static List<List<ModelPlace>> of(List<ModelPlace> declarations) {
    List<List<ModelPlace>> variants = new ArrayList<>();
    for (ModelPlace declaration : declarations) {
      variants.addAll(expand(declaration, new HashSet<>()));
    }
    return variants;
  }

  private static List<List<ModelPlace>> expand(ModelPlace schema, Set<String> within) {
    List<List<ModelPlace>> variants = List.of(List.of(schema));
    JsonNode reference = schema.node().path("$ref");
    if (reference.isTextual() && reference.asText().startsWith("#/")) {
      if (!within.add(reference.asText())) {
        return variants;
      }
      variants = cross(variants, expand(schema.page().target(schema, reference.asText()), within));
      within.remove(reference.asText());
    }
    for (ModelPlace part : schema.child("allOf").items()) {
      variants = cross(variants, expand(part, within));
    }
    for (String keyword : List.of("oneOf", "anyOf")) {
      List<List<ModelPlace>> alternatives = new ArrayList<>();
      for (ModelPlace alternative : schema.child(keyword).items()) {
        alternatives.addAll(expand(alternative, within));
      }
      if (!alternatives.isEmpty()) {
        variants = cross(variants, alternatives);
      }
    }
    return variants;
  }

  private static List<List<ModelPlace>> cross(
      List<List<ModelPlace>> some, List<List<ModelPlace>> others) {
    List<List<ModelPlace>> all = new ArrayList<>();
    for (List<ModelPlace> first : some) {
      for (List<ModelPlace> second : others) {
        if (all.size() < MAX_VARIANTS) {
          List<ModelPlace> both = new ArrayList<>(first);
          both.addAll(second);
          all.add(both);
        }
      }
    }
    return all;
  }

  /** Returns the parts of all variants, each once. */
  static Set<ModelPlace> parts(List<List<ModelPlace>> variants) {
    Set<ModelPlace> parts = new LinkedHashSet<>();
    variants.forEach(parts::addAll);
    return parts;
  }

  /** Returns the types that a variant allows, without null; empty if it declares none. */
  static Set<String> types(List<ModelPlace> variant) {
    for (ModelPlace part : variant) {
      Set<String> types = types(part.node());
      if (!types.isEmpty()) {
        return types;
      }
    }
    return Set.of();
  }

  /** Returns the declared types of one schema, without null. */
  static Set<String> types(JsonNode schema) {
    Set<String> types = new LinkedHashSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    types.remove("null");
    return types;
  }

  /** Returns whether null is a valid value of a variant. */
  static boolean nullable(List<ModelPlace> variant) {
    return variant.stream().anyMatch(part -> Nullability.declared(part.node()))
        && variant.stream()
            .filter(part -> part.node().has("type"))
            .allMatch(part -> Nullability.declared(part.node()));
  }
}

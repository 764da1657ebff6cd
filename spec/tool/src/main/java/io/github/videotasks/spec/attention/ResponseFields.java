package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.DeclaredForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the fields of all responses of a contract, from schemas and examples. */
final class ResponseFields {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Schemas and values that are visited; a contract may refer to one schema very often. */
  private static final int MAX_VISITED = 500_000;

  /** As deep as client-ext looks for values. */
  private static final int MAX_DEPTH = 12;

  private static final String ANY = "*";

  private final JsonNode root;
  private final Map<String, ResponseField> fields = new TreeMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> walked = new HashSet<>();
  private int visited;

  private ResponseFields(JsonNode root) {
    this.root = root;
  }

  /** Returns the fields by their path. */
  static Map<String, ResponseField> of(JsonNode contract) {
    ResponseFields collected = new ResponseFields(contract);
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          collected.addOperation(name, operation.getValue());
        }
      }
    }
    return collected.fields;
  }

  private void addOperation(String name, JsonNode operation) {
    List<String> providers = new ArrayList<>();
    operation.path("x-providers").forEach(provider -> providers.add(provider.asText()));
    providers.sort(Comparator.comparing(String::length).reversed());
    List<JsonNode> contents = new ArrayList<>();
    for (JsonNode response : operation.path("responses")) {
      resolve(response).path("content").forEach(contents::add);
    }
    for (JsonNode content : contents) {
      addSchema(content.path("schema"), List.of(), name + " response");
    }
    for (JsonNode content : contents) {
      String ref = content.path("schema").path("$ref").asText();
      String location = ref.isEmpty() ? name + " response" : componentName(ref);
      for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
        JsonNode shown = resolve(example.getValue());
        String provider =
            providers.stream()
                .filter(id -> example.getKey().startsWith(id + "-"))
                .findFirst()
                .orElse("");
        ShownValue where = ShownValue.of(provider, shown.path("x-source").asText());
        addValue(shown.path("value"), List.of(), location, where);
      }
    }
  }

  private void addSchema(JsonNode schema, List<String> path, String location) {
    if (!schema.isObject() || path.size() > MAX_DEPTH || visited++ > MAX_VISITED) {
      return;
    }
    if (!path.isEmpty()) {
      fields
          .computeIfAbsent(String.join(".", path), p -> new ResponseField(path, location))
          .addSchema(schema);
    }
    String ref = schema.path("$ref").asText();
    if (!ref.isEmpty()) {
      // Operations share schemas; a schema has the same fields at one path.
      if (walked.add(ref + " " + String.join(".", path)) && open.add(ref)) {
        addSchema(root.at(pointer(ref)), path, componentName(ref));
        open.remove(ref);
      }
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            p -> addSchema(p.getValue(), child(path, p.getKey()), location + "." + p.getKey()));
    addSchema(schema.path("items"), path, location + "[]");
    addSchema(schema.path("additionalProperties"), child(path, ANY), location + "." + ANY);
    for (String parts : List.of("allOf", "oneOf", "anyOf")) {
      schema.path(parts).forEach(part -> addSchema(part, path, location));
    }
    DeclaredForms.schemas(schema).forEach(form -> addSchema(form, path, location));
  }

  private void addValue(JsonNode value, List<String> path, String location, ShownValue where) {
    if (path.size() > MAX_DEPTH || visited++ > MAX_VISITED) {
      return;
    }
    if (value.isArray()) {
      value.forEach(item -> addValue(item, path, location, where));
      return;
    }
    ResponseField known = fields.get(String.join(".", path));
    String at = known == null ? location : known.location();
    if (!path.isEmpty()) {
      fields
          .computeIfAbsent(String.join(".", path), p -> new ResponseField(path, at))
          .addValue(value, where);
    }
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      List<String> child = child(path, property.getKey());
      List<String> any = child(path, ANY);
      boolean mapped =
          !fields.containsKey(String.join(".", child)) && fields.containsKey(String.join(".", any));
      addValue(property.getValue(), mapped ? any : child, at + "." + property.getKey(), where);
    }
  }

  private static List<String> child(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return child;
  }

  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : root.at(pointer(ref));
  }

  private static String componentName(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static String pointer(String ref) {
    return ref.startsWith("#/") ? ref.substring(1) : "/none";
  }
}

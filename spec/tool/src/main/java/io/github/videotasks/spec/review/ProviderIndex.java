package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The providers that {@code x-providers} of one contract names for operations and fields. */
final class ProviderIndex {
  private static final String KEYWORD = "x-providers";

  private final Map<String, List<String>> providers = new TreeMap<>();

  /**
   * Creates the index.
   *
   * @param root the contract; a missing node is an empty one
   */
  ProviderIndex(JsonNode root) {
    root.at("/components/schemas")
        .properties()
        .forEach(component -> addSchema(component.getKey(), component.getValue()));
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
        add(name, operation.getValue());
        addContent(name + " request", operation.getValue().path("requestBody"));
        operation
            .getValue()
            .path("responses")
            .properties()
            .forEach(response -> addContent(name + " " + response.getKey(), response.getValue()));
      }
    }
  }

  private void addContent(String location, JsonNode holder) {
    holder
        .path("content")
        .properties()
        .forEach(
            media -> addSchema(location + " " + media.getKey(), media.getValue().path("schema")));
  }

  private void addSchema(String location, JsonNode schema) {
    add(location, schema);
    schema
        .path("properties")
        .properties()
        .forEach(field -> addSchema(location + "." + field.getKey(), field.getValue()));
    if (schema.path("items").isObject()) {
      addSchema(location + "[]", schema.path("items"));
    }
    if (schema.path("additionalProperties").isObject()) {
      addSchema(location + ".*", schema.path("additionalProperties"));
    }
  }

  private void add(String location, JsonNode node) {
    if (node.path(KEYWORD).isArray()) {
      providers.put(
          location,
          StreamSupport.stream(node.path(KEYWORD).spliterator(), false)
              .map(JsonNode::asText)
              .sorted()
              .toList());
    }
  }

  /** Returns the providers of a location or of what surrounds it; empty when none are known. */
  List<String> of(String location) {
    String key = LocationPrefix.longestKey(providers, location);
    return key == null ? List.of() : providers.getOrDefault(key, List.of());
  }
}

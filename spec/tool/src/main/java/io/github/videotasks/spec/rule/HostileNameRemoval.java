package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import java.util.List;
import java.util.Map;

/** Removes hostile names from the objects of one document, and reports them. */
final class HostileNameRemoval {
  private static final int MAX_URL_LENGTH = 2_000;
  private static final List<String> SECURITY_SCHEME_KEYS =
      List.of("type", "scheme", "name", "in", "bearerFormat", "openIdConnectUrl");

  private final SpecDocument document;
  private final Findings out;

  HostileNameRemoval(SpecDocument document, Findings out) {
    this.document = document;
    this.out = out;
  }

  /** Removes the hostile names of one object. */
  void visit(OpenApiObject kind, ObjectNode node) {
    switch (kind) {
      case SCHEMA -> {
        removeProperties(node);
        removeValue(node, "type");
        removeValue(node, "format");
      }
      case PARAMETER -> removeObject(node, List.of("name", "in"), "parameter");
      case RESPONSE, REQUEST_BODY -> removeKeys(node.path("content"), "media type");
      case INFO -> removeValue(node, "version");
      case SECURITY_SCHEME -> {
        removeObject(node, SECURITY_SCHEME_KEYS, "security scheme");
        removeFlows(node);
      }
      case MEDIA_TYPE -> {
        reportPropertyNames(node.path("example"));
        node.path("examples").forEach(example -> reportPropertyNames(example.path("value")));
      }
      case SERVER -> removeValue(node, "url");
      default -> {}
    }
  }

  private void removeProperties(ObjectNode schema) {
    for (String name : removeKeys(schema.path("properties"), "property")) {
      if (schema.get("required") instanceof ArrayNode required) {
        required.removeIf(item -> item.asText().equals(name));
      }
    }
  }

  /** Empties an object with a hostile value: its holder drops an object without content. */
  private void removeObject(ObjectNode node, List<String> keys, String what) {
    for (String key : keys) {
      if (isHostile(node.path(key).asText(), key)) {
        report(
            document.location(node, key), what + " with a plain " + key, node.path(key).asText());
        node.removeAll();
        return;
      }
    }
  }

  /** A flow is incomplete without one of its values, so that the scheme is removed with it. */
  private void removeFlows(ObjectNode scheme) {
    JsonNode flows = scheme.path("flows");
    removeKeys(flows, "flow");
    for (JsonNode flow : flows) {
      removeKeys(flow, "flow");
      removeKeys(flow.path("scopes"), "scope");
      if (flow instanceof ObjectNode object) {
        List<String> keys =
            object.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .map(Map.Entry::getKey)
                .toList();
        int size = flow.size();
        removeObject(object, keys, "flow");
        if (flow.size() < size) {
          scheme.removeAll();
        }
      }
    }
  }

  /** Reports property names of an example: the example is kept, hostile names are not declared. */
  void reportPropertyNames(JsonNode value) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (isHostile(entry.getKey(), "property")) {
        report(document.location(value, entry.getKey()), "plain property", entry.getKey());
      }
      reportPropertyNames(entry.getValue());
    }
    if (value.isArray()) {
      value.forEach(this::reportPropertyNames);
    }
  }

  /** Removes a value that becomes a name in code. */
  void removeValue(ObjectNode node, String key) {
    String value = node.path(key).asText();
    if (isHostile(value, key)) {
      report(document.location(node, key), "plain " + key, value);
      node.remove(key);
    }
  }

  /** Removes the hostile keys of a map and returns them. */
  List<String> removeKeys(JsonNode map, String what) {
    List<String> hostile =
        map.properties().stream()
            .map(Map.Entry::getKey)
            .filter(key -> isHostile(key, what))
            .toList();
    for (String key : hostile) {
      report(document.location(map, key), "plain " + what, key);
      if (map instanceof ObjectNode object) {
        removeKey(object, key, what);
      }
    }
    return hostile;
  }

  /** Removes a key. A media type keeps its content: its parameters do not reach the contract. */
  private static void removeKey(ObjectNode map, String key, String what) {
    JsonNode value = map.remove(key);
    String type = key.replaceFirst("(?s);.*", "");
    if (what.equals("media type") && !isHostile(type, what) && !map.has(type)) {
      map.set(type, value);
    }
  }

  private static boolean isHostile(String name, String what) {
    boolean path = what.equals("path") && List.of(name.split("[/?#]", -1)).contains("..");
    // The media type */* is a wildcard of HTTP, not a name.
    boolean wildcard = what.equals("media type") && name.strip().startsWith("*/*");
    int maxLength = name.contains("://") ? MAX_URL_LENGTH : HostileText.MAX_LENGTH;
    return path
        || name.length() > maxLength
        || HostileText.isHostile(wildcard ? name.replaceFirst("\\*/\\*", "") : name);
  }

  private void report(SourceLocation location, String expected, String found) {
    boolean path = expected.equals("plain path");
    out.add(
        new Finding(
            HostileName.ID,
            path ? Severity.ERROR : Severity.WARNING,
            location,
            "expected a " + expected + ", found '" + MessageText.excerpt(found) + "'",
            path
                ? "Remove the quotes, backslashes, control characters, '*/' or '..' from the path"
                : "Left out, because generators could write it as code"));
  }
}

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
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;
import java.util.Map;

/** Removes names that could become code where a generator writes them into a source file. */
final class HostileName implements Rule {
  private static final String ID = "hostile-name";
  private static final int MAX_URL_LENGTH = 2_000;
  private static final List<String> SECURITY_SCHEME_KEYS =
      List.of("type", "scheme", "name", "in", "bearerFormat", "openIdConnectUrl");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rationale() {
    return "Generators write names of properties, parameters, paths, schemes and media types into"
        + " code. A name that contains a quote, a backslash, a control character, '*/' or '..' as a"
        + " path segment could become code or lead to another path, and a name of more than 200"
        + " characters is too long for a file name. Such a name is legal in JSON: only what has it"
        + " is removed (a property, a parameter, a media type, a response, a scheme, a path).";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Check check = new Check(document, out);
    check.removeKeys(document.root().path("paths"), "path");
    OpenApiWalker.walkDocument(document.root(), (kind, node, pointer) -> check.visit(kind, node));
    document
        .root()
        .path("components")
        .path("examples")
        .forEach(example -> check.reportPropertyNames(example.path("value")));
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      check.removeKeys(operation.node().path("responses"), "status");
      check.removeValue(operation.node(), "operationId");
    }
  }

  private record Check(SpecDocument document, Findings out) {
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
          required.removeIf(required1 -> required1.asText().equals(name));
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

    /**
     * Reports property names of an example: the example is kept, hostile names are not declared.
     */
    private void reportPropertyNames(JsonNode value) {
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

    private void removeValue(ObjectNode node, String key) {
      String value = node.path(key).asText();
      if (isHostile(value, key)) {
        report(document.location(node, key), "plain " + key, value);
        node.remove(key);
      }
    }

    private List<String> removeKeys(JsonNode map, String what) {
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
              ID,
              path ? Severity.ERROR : Severity.WARNING,
              location,
              "expected a " + expected + ", found '" + MessageText.excerpt(found) + "'",
              path
                  ? "Remove the quotes, backslashes, control characters, '*/' or '..' from the path"
                  : "Left out, because generators could write it as code"));
    }
  }
}

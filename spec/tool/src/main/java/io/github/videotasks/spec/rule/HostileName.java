package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Refuses names that could become code where a generator writes them into a source file. */
final class HostileName implements Rule {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_URL_LENGTH = 2_000;
  private static final List<String> SECURITY_SCHEME_KEYS =
      List.of("type", "scheme", "name", "in", "bearerFormat", "openIdConnectUrl");

  @Override
  public String id() {
    return "hostile-name";
  }

  @Override
  public String rationale() {
    return "Generators write names of properties, parameters, paths, schemes, media types, tags and"
        + " enum values into code. A name that contains a quote, a backslash, a control character,"
        + " '*/' or '..' as a path segment could become code or lead to another path, and a name of"
        + " more than 200 characters is too long for a file name; the document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(), (kind, node, pointer) -> check(document, kind, node));
    checkKeys(document, document.root().path("paths"), "path");
    JsonNode components = document.root().path("components");
    components.forEach(section -> checkKeys(document, section, "component"));
    checkKeys(document, document.root().path("$defs"), "component");
    checkKeys(document, document.root().path("definitions"), "component");
    components
        .path("examples")
        .forEach(example -> checkPropertyNames(document, example.path("value")));
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      checkKeys(document, operation.node().path("responses"), "status");
      checkValue(document, operation.node(), "operationId");
    }
  }

  private void check(SpecDocument document, OpenApiObject kind, ObjectNode node) {
    switch (kind) {
      case SCHEMA -> {
        checkKeys(document, node.path("properties"), "property");
        node.path("enum").forEach(v -> checkEnumValue(document, node, v));
        checkValue(document, node, "type");
        checkValue(document, node, "format");
      }
      case PARAMETER -> {
        checkValue(document, node, "name");
        checkValue(document, node, "in");
      }
      case RESPONSE, REQUEST_BODY -> checkKeys(document, node.path("content"), "media type");
      case INFO -> checkValue(document, node, "version");
      case SECURITY_SCHEME -> {
        SECURITY_SCHEME_KEYS.forEach(k -> checkValue(document, node, k));
        checkFlows(document, node.path("flows"));
      }
      case MEDIA_TYPE -> {
        checkPropertyNames(document, node.path("example"));
        node.path("examples").forEach(example -> checkPropertyNames(document, example));
      }
      case SERVER -> checkValue(document, node, "url");
      default -> {}
    }
  }

  private void checkEnumValue(SpecDocument document, ObjectNode node, JsonNode value) {
    checkName(document.location(node, "enum"), value.asText(), "enum value");
    checkPropertyNames(document, value);
  }

  /** Checks the property names of an example value: they become fields of the contract too. */
  private void checkPropertyNames(SpecDocument document, JsonNode value) {
    checkKeys(document, value, "property");
    value.forEach(child -> checkPropertyNames(document, child));
  }

  /** Checks the names and URLs of OAuth2 flows. The description of a scope is free text. */
  private void checkFlows(SpecDocument document, JsonNode flows) {
    checkKeys(document, flows, "flow");
    for (JsonNode flow : flows) {
      checkKeys(document, flow, "flow");
      checkKeys(document, flow.path("scopes"), "scope");
      flow.properties().stream()
          .filter(e -> e.getValue().isTextual())
          .forEach(
              e ->
                  checkName(
                      document.location(flow, e.getKey()), e.getValue().asText(), e.getKey()));
    }
  }

  private void checkValue(SpecDocument document, ObjectNode node, String key) {
    checkName(document.location(node, key), node.path(key).asText(), key);
  }

  private void checkKeys(SpecDocument document, JsonNode map, String what) {
    map.properties().forEach(e -> checkName(document.location(map, e.getKey()), e.getKey(), what));
  }

  private void checkName(SourceLocation location, String name, String what) {
    boolean path = what.equals("path") && List.of(name.split("[/?#]", -1)).contains("..");
    // The media type */* is a wildcard of HTTP, not a name.
    boolean wildcard = what.equals("media type") && name.strip().startsWith("*/*");
    int maxLength = name.contains("://") ? MAX_URL_LENGTH : MAX_LENGTH;
    if (name.length() > maxLength) {
      throw new RejectedInputException(
          id(),
          location,
          "expected a " + what + " of at most " + maxLength + " characters, found " + name.length(),
          "Shorten the name");
    }
    if (path || HostileText.isHostile(wildcard ? name.replaceFirst("\\*/\\*", "") : name)) {
      throw new RejectedInputException(
          id(),
          location,
          "expected a plain " + what + ", found '" + MessageText.excerpt(name) + "'",
          "Remove the quotes, backslashes, control characters, '*/' or '..' from the name");
    }
  }
}

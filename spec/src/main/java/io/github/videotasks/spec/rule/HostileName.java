package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;

/** Refuses names that generators would write into code. */
final class HostileName implements Rule {
  private static final int LONGEST = 200;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final List<String> SCHEME =
      List.of("type", "scheme", "name", "in", "bearerFormat", "openIdConnectUrl");

  @Override
  public String id() {
    return "hostile-name";
  }

  @Override
  public String why() {
    return "Generators write names of properties, parameters, paths, schemes, media types, tags and enum values"
        + " into code. A name that holds a quote, a backslash, a control character, '*/' or '..' as a path segment"
        + " could become code or lead elsewhere, and one of more than 200 characters is no file's name; the"
        + " document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(document.root(), (kind, node, pointer) -> check(document, kind, node));
    keys(document, document.root().path("paths"), "path");
    JsonNode components = document.root().path("components");
    components.forEach(part -> keys(document, part, "component"));
    keys(document, document.root().path("$defs"), "component");
    keys(document, document.root().path("definitions"), "component");
    components.path("examples").forEach(example -> members(document, example.path("value")));
    for (Operations.Found operation : Operations.of(document)) {
      keys(document, operation.node().path("responses"), "status");
      value(document, operation.node(), "operationId");
    }
  }

  private void check(SpecDocument document, Kind kind, ObjectNode node) {
    switch (kind) {
      case SCHEMA -> {
        keys(document, node.path("properties"), "property");
        node.path("enum").forEach(v -> enumValue(document, node, v));
        value(document, node, "type");
        value(document, node, "format");
      }
      case PARAMETER -> {
        value(document, node, "name");
        value(document, node, "in");
      }
      case RESPONSE, REQUEST_BODY -> keys(document, node.path("content"), "media type");
      case INFO -> value(document, node, "version");
      case SECURITY_SCHEME -> {
        SCHEME.forEach(k -> value(document, node, k));
        flows(document, node.path("flows"));
      }
      case MEDIA_TYPE -> {
        members(document, node.path("example"));
        node.path("examples").forEach(example -> members(document, example));
      }
      case SERVER -> value(document, node, "url");
      default -> {}
    }
  }

  private void enumValue(SpecDocument document, ObjectNode node, JsonNode value) {
    name(document.place(node, "enum"), value.asText(), "enum value");
    members(document, value);
  }

  /** A member that only an example shows becomes a field of the contract too. */
  private void members(SpecDocument document, JsonNode value) {
    keys(document, value, "member");
    value.forEach(inner -> members(document, inner));
  }

  /** Names and addresses of OAuth2 flows; what a scope means is a text. */
  private void flows(SpecDocument document, JsonNode flows) {
    keys(document, flows, "flow");
    for (JsonNode flow : flows) {
      keys(document, flow, "flow");
      keys(document, flow.path("scopes"), "scope");
      flow.properties().stream()
          .filter(e -> e.getValue().isTextual())
          .forEach(e -> name(document.place(flow, e.getKey()), e.getValue().asText(), e.getKey()));
    }
  }

  private void value(SpecDocument document, ObjectNode node, String key) {
    name(document.place(node, key), node.path(key).asText(), key);
  }

  private void keys(SpecDocument document, JsonNode map, String what) {
    map.properties().forEach(e -> name(document.place(map, e.getKey()), e.getKey(), what));
  }

  private void name(Place place, String name, String what) {
    boolean path = what.equals("path") && List.of(name.split("[/?#]", -1)).contains("..");
    // Every answer but a precise one; as a media type it is no name but a word of HTTP.
    boolean any = what.equals("media type") && name.strip().startsWith("*/*");
    int longest = name.contains("://") ? LONGEST_ADDRESS : LONGEST;
    if (name.length() > longest) {
      throw new RefusedException(
          id(),
          place,
          "expected a " + what + " of at most " + longest + " characters, found " + name.length(),
          "Shorten the name");
    }
    if (path || HostileText.is(any ? name.replaceFirst("\\*/\\*", "") : name)) {
      throw new RefusedException(
          id(),
          place,
          "expected a plain " + what + ", found '" + Texts.shown(name) + "'",
          "Take the quotes, backslashes, control characters, '*/' or '..' out of the name");
    }
  }
}

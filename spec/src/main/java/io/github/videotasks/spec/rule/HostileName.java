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
  @Override
  public String id() {
    return "hostile-name";
  }

  @Override
  public String why() {
    return "Generators write names of properties, parameters, paths, schemes, media types, tags and enum values"
        + " into code. A name that holds a quote, a backslash, a control character, '*/' or '..' as a path segment"
        + " could become code or lead elsewhere; the document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(document.root(), (kind, node, pointer) -> check(document, kind, node));
    keys(document, document.root().path("paths"), "path");
    JsonNode components = document.root().path("components");
    components.forEach(part -> keys(document, part, "component"));
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
        node.path("enum")
            .forEach(v -> name(document.place(node, "enum"), v.asText(), "enum value"));
        value(document, node, "type");
        value(document, node, "format");
      }
      case PARAMETER -> {
        value(document, node, "name");
        value(document, node, "in");
      }
      case RESPONSE, REQUEST_BODY -> keys(document, node.path("content"), "media type");
      case SECURITY_SCHEME ->
          List.of("type", "scheme", "name", "in").forEach(k -> value(document, node, k));
      case MEDIA_TYPE -> {
        members(document, node.path("example"));
        node.path("examples").forEach(example -> members(document, example));
      }
      case SERVER -> value(document, node, "url");
      default -> {}
    }
  }

  /** A member that only an example shows becomes a field of the contract too. */
  private void members(SpecDocument document, JsonNode value) {
    keys(document, value, "member");
    value.forEach(inner -> members(document, inner));
  }

  private void value(SpecDocument document, ObjectNode node, String key) {
    name(document.place(node, key), node.path(key).asText(), key);
  }

  private void keys(SpecDocument document, JsonNode map, String what) {
    map.properties().forEach(e -> name(document.place(map, e.getKey()), e.getKey(), what));
  }

  private void name(Place place, String name, String what) {
    boolean path = what.equals("path") && List.of(name.split("[/?#]", -1)).contains("..");
    if (path || HostileText.is(name)) {
      throw new RefusedException(
          id(),
          place,
          "expected a plain " + what + ", found '" + Texts.shown(name) + "'",
          "Take the quotes, backslashes, control characters, '*/' or '..' out of the name");
    }
  }
}

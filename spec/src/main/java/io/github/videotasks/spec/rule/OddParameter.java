package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Grammar;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.NearWord;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Repairs parameters without name or place, and those of Swagger 2. */
final class OddParameter implements Rule {
  private static final List<String> PLACES = List.of("query", "path", "header", "cookie");

  @Override
  public String id() {
    return "odd-parameter";
  }

  @Override
  public String why() {
    return "A parameter has a name and stands in query, path, header or cookie. A slip (pathh) is read as what it"
        + " means; without name or place, in a body, or twice in one list it is removed. Type and limits that"
        + " stand beside the name, as in Swagger 2, become its schema.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          if (node.get("parameters") instanceof ArrayNode list
              && (kind == Kind.OPERATION || kind == Kind.PATH_ITEM)) {
            list(document, list, pointer, out);
          } else if (kind == Kind.PARAMETER) {
            schema(document, node, out);
          }
        });
  }

  private void list(SpecDocument document, ArrayNode list, String pointer, Findings out) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      Place place = new Place(document.file(), document.lines().of(list, i));
      boolean keep = item.has("$ref");
      if (item instanceof ObjectNode parameter && !keep) {
        keep =
            usable(document, parameter, place, pointer, out)
                && first(document, parameter, place, seen, out);
      }
      if (!keep) {
        list.remove(i);
        document.lines().removed(list, i);
        i--;
      }
    }
  }

  private boolean first(
      SpecDocument document, JsonNode parameter, Place place, Set<String> seen, Findings out) {
    String name = parameter.path("name").asText();
    if (seen.add(parameter.path("in").asText() + ":" + name)) {
      return true;
    }
    out.add(
        document.warning(
            id(),
            place,
            "the parameter '" + Texts.shown(name) + "' stands twice",
            "Removed this one"));
    return false;
  }

  private boolean usable(
      SpecDocument document, ObjectNode parameter, Place place, String pointer, Findings out) {
    String name = parameter.path("name").asText().strip();
    String in = parameter.path("in").asText();
    if (name.isEmpty()) {
      out.add(document.warning(id(), place, "expected a name, found none", "Removed"));
      return false;
    }
    if (PLACES.contains(in)) {
      return true;
    }
    String same = NearWord.same(in, PLACES);
    String meant = same == null ? NearWord.of(in, PLACES) : same;
    if (meant == null && in.isBlank() && pointer.contains("{" + name + "}")) {
      meant = "path";
    }
    out.add(
        document.warning(
            id(),
            in.isBlank() ? place : document.place(parameter, "in"),
            "expected 'in' to be query, path, header or cookie, found '" + Texts.shown(in) + "'",
            meant == null
                ? "Removed the parameter '" + Texts.shown(name) + "'"
                : "Read as '" + meant + "'"));
    if (meant != null) {
      parameter.put("in", meant);
    }
    return meant != null;
  }

  private void schema(SpecDocument document, ObjectNode parameter, Findings out) {
    if (parameter.has("schema") || parameter.has("content") || parameter.has("$ref")) {
      return;
    }
    ObjectNode schema = Json.object();
    for (var entry : List.copyOf(parameter.properties())) {
      String key = entry.getKey();
      if (Grammar.form(Kind.SCHEMA, key) != null && Grammar.form(Kind.PARAMETER, key) == null) {
        schema.set(key, entry.getValue());
        document.lines().field(schema, key, document.lines().of(parameter, key));
      }
    }
    if (schema.has("type") || schema.has("enum")) {
      parameter.remove(schema.properties().stream().map(e -> e.getKey()).toList());
      parameter.set("schema", schema);
      document.lines().start(schema, document.lines().of(schema, "type"));
      out.add(
          document.warning(
              id(),
              document.place(parameter),
              "expected a schema, found "
                  + String.join(", ", schema.properties().stream().map(e -> e.getKey()).toList())
                  + " beside the name",
              "Read as its schema"));
    }
  }
}

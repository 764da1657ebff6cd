package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes components that no operation leads to. */
final class UnusedComponent implements Rule {
  private static final Map<String, Kind> SECTIONS =
      Map.of(
          "schemas", Kind.SCHEMA,
          "responses", Kind.RESPONSE,
          "parameters", Kind.PARAMETER,
          "requestBodies", Kind.REQUEST_BODY,
          "headers", Kind.HEADER,
          "examples", Kind.EXAMPLE,
          "$defs", Kind.SCHEMA,
          "definitions", Kind.SCHEMA);
  private static final Set<String> AT_ROOT = Set.of("$defs", "definitions");

  @Override
  public String id() {
    return "unused-component";
  }

  @Override
  public String why() {
    return "A schema, answer, parameter, body, header or example under components that no operation leads to"
        + " describes nothing on the wire; it does not reach the contract.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Set<String> used = used(document);
    for (String section : SECTIONS.keySet().stream().sorted().toList()) {
      JsonNode all = section(document, section);
      for (Map.Entry<String, JsonNode> entry : all.properties()) {
        if (!used.contains(section + "/" + entry.getKey())) {
          out.add(
              document.info(
                  id(),
                  document.place(all, entry.getKey()),
                  "found '"
                      + Texts.shown(entry.getKey())
                      + "' in "
                      + section
                      + ", which no operation leads to",
                  "Left out"));
        }
      }
    }
  }

  private static JsonNode section(SpecDocument document, String section) {
    boolean atRoot = AT_ROOT.contains(section);
    return (atRoot ? document.root() : document.root().path("components")).path(section);
  }

  private static Set<String> used(SpecDocument document) {
    Set<String> used = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    document
        .root()
        .path("paths")
        .forEach(item -> SpecWalk.walk(Kind.PATH_ITEM, item, "", (k, n, p) -> add(n, used, open)));
    while (!open.isEmpty()) {
      String[] name = open.pop().split("/", 2);
      Kind kind = SECTIONS.get(name[0]);
      if (kind != null) {
        JsonNode component = section(document, name[0]).path(name[1]);
        SpecWalk.walk(kind, component, "", (k, n, p) -> add(n, used, open));
      }
    }
    return used;
  }

  private static void add(JsonNode node, Set<String> used, Deque<String> open) {
    List<String> steps = List.of(node.path("$ref").asText().split("/", -1));
    int section = steps.size() > 1 && steps.get(1).equals("components") ? 2 : 1;
    if (steps.size() > section + 1) {
      String name =
          steps.get(section) + "/" + steps.get(section + 1).replace("~1", "/").replace("~0", "~");
      if (used.add(name)) {
        open.push(name);
      }
    }
  }
}

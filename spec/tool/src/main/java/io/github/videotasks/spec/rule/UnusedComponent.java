package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports components that no operation refers to. */
final class UnusedComponent implements Rule {
  private static final Map<String, OpenApiObject> SECTIONS =
      Map.of(
          "schemas", OpenApiObject.SCHEMA,
          "responses", OpenApiObject.RESPONSE,
          "parameters", OpenApiObject.PARAMETER,
          "requestBodies", OpenApiObject.REQUEST_BODY,
          "headers", OpenApiObject.HEADER,
          "examples", OpenApiObject.EXAMPLE,
          "$defs", OpenApiObject.SCHEMA,
          "definitions", OpenApiObject.SCHEMA);
  private static final Set<String> ROOT_SECTIONS = Set.of("$defs", "definitions");

  @Override
  public String id() {
    return "unused-component";
  }

  @Override
  public String rationale() {
    return "A schema, response, parameter, body, header or example under components that no"
        + " operation refers to does not describe anything on the wire; it does not reach the"
        + " contract.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Set<String> used = referencedComponents(document);
    for (String section : SECTIONS.keySet().stream().sorted().toList()) {
      JsonNode all = section(document, section);
      for (Map.Entry<String, JsonNode> entry : all.properties()) {
        if (!used.contains(section + "/" + entry.getKey())) {
          out.add(
              document.info(
                  id(),
                  document.location(all, entry.getKey()),
                  "found '"
                      + MessageText.excerpt(entry.getKey())
                      + "' in "
                      + section
                      + ", which no operation refers to",
                  "Left out"));
        }
      }
    }
  }

  private static JsonNode section(SpecDocument document, String section) {
    boolean atRoot = ROOT_SECTIONS.contains(section);
    return (atRoot ? document.root() : document.root().path("components")).path(section);
  }

  private static Set<String> referencedComponents(SpecDocument document) {
    Set<String> used = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    document
        .root()
        .path("paths")
        .forEach(
            item ->
                OpenApiWalker.walk(
                    OpenApiObject.PATH_ITEM, item, "", (k, n, p) -> addReference(n, used, open)));
    while (!open.isEmpty()) {
      String[] name = open.pop().split("/", 2);
      OpenApiObject kind = SECTIONS.get(name[0]);
      if (kind != null) {
        JsonNode component = section(document, name[0]).path(name[1]);
        OpenApiWalker.walk(kind, component, "", (k, n, p) -> addReference(n, used, open));
      }
    }
    return used;
  }

  private static void addReference(JsonNode node, Set<String> used, Deque<String> open) {
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

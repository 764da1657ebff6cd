package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes references to schemas of the same document as JSON pointers. */
final class LocalRef implements Rule {
  private static final List<String> SECTIONS = List.of("$defs", "definitions");
  private static final String AMBIGUOUS = "ambiguous";

  @Override
  public String id() {
    return "local-ref";
  }

  @Override
  public String rationale() {
    return "A reference may name a schema of the same document by its $anchor or $id, by a path"
        + " from the schema around it (#/$defs/Name, #/definitions/Name) or by a $dynamicRef; it is"
        + " read as a reference by path. A name that occurs twice is not resolved.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    IdentityHashMap<ObjectNode, String> pointers = new IdentityHashMap<>();
    List<ObjectNode> open = new ArrayList<>();
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA && isOpen(document, node)) {
            pointers.put(node, pointer);
            open.add(node);
          }
        });
    if (!open.isEmpty()) {
      Map<String, String> names = names(document);
      open.forEach(node -> rewrite(document, node, pointers.getOrDefault(node, ""), names, out));
    }
  }

  private static boolean isOpen(SpecDocument document, ObjectNode schema) {
    String ref = schema.path("$ref").asText("#/");
    boolean section = SECTIONS.stream().anyMatch(s -> ref.startsWith("#/" + s + "/"));
    return schema.path("$dynamicRef").isTextual()
        || !ref.startsWith("#/")
        || (section && target(document, schema).isMissingNode());
  }

  /** Returns the pointers of all schemas with a name; a name that occurs twice has none. */
  private static Map<String, String> names(SpecDocument document) {
    Map<String, String> names = new HashMap<>();
    String self = document.root().path("$self").asText();
    if (!self.isEmpty()) {
      names.put(self, "");
    }
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA) {
            addName(names, node.path("$id").asText().replaceFirst("#$", ""), pointer);
            addName(names, "#" + node.path("$anchor").asText(), pointer);
            addName(names, "#" + node.path("$dynamicAnchor").asText(), pointer);
          }
        });
    names.values().removeIf(AMBIGUOUS::equals);
    return names;
  }

  private static void addName(Map<String, String> names, String name, String pointer) {
    if (!name.isEmpty() && !name.equals("#")) {
      names.merge(name, pointer, (first, second) -> first.equals(second) ? first : AMBIGUOUS);
    }
  }

  private void rewrite(
      SpecDocument document,
      ObjectNode schema,
      String pointer,
      Map<String, String> names,
      Findings out) {
    if (schema.path("$dynamicRef").isTextual() && !schema.has("$ref")) {
      String ref = schema.path("$dynamicRef").textValue();
      out.add(
          document.warning(
              id(),
              document.location(schema, "$dynamicRef"),
              "found the $dynamicRef '" + MessageText.excerpt(ref) + "'",
              "Read as a $ref; schemas that refer to this one cannot replace its target"));
      KeyMover.move(document, schema, "$dynamicRef", schema, "$ref");
    }
    String ref = schema.path("$ref").asText();
    String resolved = ref.startsWith("#/") ? enclosing(document, ref, pointer) : named(ref, names);
    if (resolved != null) {
      schema.put("$ref", "#" + resolved);
    }
  }

  /** Returns the pointer of a definition in the nearest schema around a reference. */
  private static @Nullable String enclosing(SpecDocument document, String ref, String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      String candidate = at + ref.substring(1);
      ObjectNode probe = JsonNodes.object().put("$ref", "#" + candidate);
      if (target(document, probe).isObject()) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable String named(String ref, Map<String, String> names) {
    String whole = names.get(ref);
    if (whole != null) {
      return whole;
    }
    int hash = ref.indexOf('#');
    String base = hash < 0 ? null : names.get(ref.substring(0, hash));
    String fragment = ref.substring(hash + 1);
    if (base == null) {
      return null;
    }
    return fragment.isEmpty() || fragment.startsWith("/")
        ? base + fragment
        : names.get("#" + fragment);
  }

  /** Returns the target of a reference within the document; a missing node when there is none. */
  static JsonNode target(SpecDocument document, JsonNode node) {
    String ref = node.path("$ref").asText("#/");
    if (!ref.startsWith("#/")) {
      return MissingNode.getInstance();
    }
    try {
      return new RefResolver(document).resolve(node);
    } catch (RejectedInputException e) {
      return MissingNode.getInstance();
    }
  }
}

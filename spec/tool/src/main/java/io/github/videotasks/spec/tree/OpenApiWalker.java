package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks the objects of an OpenAPI document by what they are, so that a property that is called
 * {@code type} or an example that holds {@code $ref} is never taken for a keyword.
 */
public final class OpenApiWalker {
  /** Takes each object before its members. It may change the object. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an object.
     *
     * @param kind what the object is
     * @param node the object
     * @param pointer where it stands, as a JSON pointer
     */
    void visit(OpenApiObject kind, ObjectNode node, String pointer);
  }

  private OpenApiWalker() {}

  /** Walks a whole document. */
  public static void walkDocument(ObjectNode root, Visitor visitor) {
    walk(OpenApiObject.DOCUMENT, root, "", visitor);
  }

  /** Walks an object of a known kind and everything below it. */
  public static void walk(OpenApiObject kind, JsonNode node, String pointer, Visitor visitor) {
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    visitor.visit(kind, object, pointer);
    Map<String, OpenApiObject.ChildObjects> members = kind.children();
    if (members.isEmpty()) {
      return;
    }
    // The page's own order, and a copy because a visitor may remove what it is given.
    List<Map.Entry<String, JsonNode>> holders = new ArrayList<>(members.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getValue().isContainerNode() && members.containsKey(entry.getKey())) {
        holders.add(entry);
      }
    }
    for (Map.Entry<String, JsonNode> entry : holders) {
      OpenApiObject.ChildObjects member = members.get(entry.getKey());
      if (member != null) {
        String at = pointer + "/" + entry.getKey();
        switch (member.container()) {
          case ONE -> walk(member.kind(), entry.getValue(), at, visitor);
          case LIST -> walkList(member.kind(), entry.getValue(), at, visitor);
          case MAP -> walkMap(member.kind(), entry.getValue(), at, visitor);
        }
      }
    }
  }

  private static void walkList(OpenApiObject kind, JsonNode list, String pointer, Visitor visitor) {
    if (list.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        walk(kind, list.get(i), pointer + "/" + i, visitor);
      }
    }
  }

  private static void walkMap(OpenApiObject kind, JsonNode map, String pointer, Visitor visitor) {
    if (map.isObject()) {
      List.copyOf(map.properties())
          .forEach(e -> walk(kind, e.getValue(), pointer + "/" + escape(e.getKey()), visitor));
    }
  }

  private static String escape(String key) {
    boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
    return plain ? key : key.replace("~", "~0").replace("/", "~1");
  }
}

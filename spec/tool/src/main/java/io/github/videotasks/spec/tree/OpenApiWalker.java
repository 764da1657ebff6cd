package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the objects of an OpenAPI document together with their kinds. So a property that is named
 * {@code type} or an example that contains {@code $ref} is never mistaken for a keyword.
 */
public final class OpenApiWalker {
  /** Visits each object before the objects in it. It may change the object. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Visits an object.
     *
     * @param kind the kind of object
     * @param node the object
     * @param pointer its JSON pointer
     */
    void visit(OpenApiObject kind, ObjectNode node, String pointer);
  }

  /** Visits each object as above, without its place: the pointers of a document cost time. */
  @FunctionalInterface
  public interface ObjectVisitor {
    /**
     * Visits an object of a kind.
     *
     * @param kind the kind of the object
     * @param node the object; what is below it is visited afterwards
     */
    void visit(OpenApiObject kind, ObjectNode node);
  }

  private OpenApiWalker() {}

  /**
   * Walks a whole document without pointers.
   *
   * @param root the root of a document
   * @param visitor called for each object, outer ones first
   */
  public static void walkDocument(ObjectNode root, ObjectVisitor visitor) {
    walk(OpenApiObject.DOCUMENT, root, null, (kind, node, pointer) -> visitor.visit(kind, node));
  }

  /**
   * Walks a whole document.
   *
   * @param root the root of a document
   * @param visitor called for each object, outer ones first
   */
  public static void walkDocument(ObjectNode root, Visitor visitor) {
    walk(OpenApiObject.DOCUMENT, root, "", visitor);
  }

  /**
   * Walks an object of a known kind and everything below it.
   *
   * @param kind the kind of the object
   * @param node a value that is not an object is skipped
   * @param pointer its pointer; null if the visitor needs none
   * @param visitor called for each object, outer ones first
   */
  public static void walk(
      OpenApiObject kind, JsonNode node, @Nullable String pointer, Visitor visitor) {
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    visitor.visit(kind, object, pointer == null ? "" : pointer);
    Map<String, OpenApiObject.ChildObjects> children = kind.children();
    if (children.isEmpty()) {
      return;
    }
    // In the page's order; a copy, because a visitor may remove the object that it visits.
    List<Map.Entry<String, JsonNode>> holders = new ArrayList<>(children.size());
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getValue().isContainerNode() && children.containsKey(entry.getKey())) {
        holders.add(entry);
      }
    }
    for (Map.Entry<String, JsonNode> entry : holders) {
      OpenApiObject.ChildObjects child = children.get(entry.getKey());
      if (child != null) {
        String at = pointer == null ? null : pointer + "/" + entry.getKey();
        switch (child.container()) {
          case ONE -> walk(child.kind(), entry.getValue(), at, visitor);
          case LIST -> walkList(child.kind(), entry.getValue(), at, visitor);
          case MAP -> walkMap(child.kind(), entry.getValue(), at, visitor);
        }
      }
    }
  }

  private static void walkList(
      OpenApiObject kind, JsonNode list, @Nullable String pointer, Visitor visitor) {
    if (list.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        walk(kind, list.get(i), pointer == null ? null : pointer + "/" + i, visitor);
      }
    }
  }

  private static void walkMap(
      OpenApiObject kind, JsonNode map, @Nullable String pointer, Visitor visitor) {
    if (map.isObject()) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(map.properties())) {
        String at = pointer == null ? null : pointer + "/" + escape(entry.getKey());
        walk(kind, entry.getValue(), at, visitor);
      }
    }
  }

  private static String escape(String key) {
    boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
    return plain ? key : key.replace("~", "~0").replace("/", "~1");
  }
}

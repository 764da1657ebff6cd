package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One node of a JSON document below its root.
 *
 * @param pointer location of the node, for example {@code /detail/images/1}
 * @param path the path in a contract, the same for all items of a list: {@code $.detail.images[*]}
 * @param value the value of the node
 */
public record JsonPathNode(JsonPointer pointer, String path, JsonNode value) {

  /** Returns every node below the root, parents before children, in document order. */
  public static List<JsonPathNode> descendants(JsonNode root) {
    List<JsonPathNode> nodes = new ArrayList<>();
    collect(JsonPointer.empty(), "$", root, nodes);
    return nodes;
  }

  /** Returns whether the value is not null. A null shows only that the property exists. */
  public boolean hasValue() {
    return !value.isNull();
  }

  /** Returns whether the node has no children: a scalar, {@code []} or <code>{}</code>. */
  public boolean isLeaf() {
    return value.isEmpty();
  }

  private static void collect(
      JsonPointer pointer, String path, JsonNode value, List<JsonPathNode> into) {
    value
        .properties()
        .forEach(
            entry ->
                add(
                    pointer.appendProperty(entry.getKey()),
                    childPath(path, entry.getKey()),
                    entry.getValue(),
                    into));
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(pointer.appendIndex(i), path + "[*]", value.get(i), into);
      }
    }
  }

  private static void add(
      JsonPointer pointer, String path, JsonNode value, List<JsonPathNode> into) {
    into.add(new JsonPathNode(pointer, path, value));
    collect(pointer, path, value, into);
  }

  private static String childPath(String parent, String name) {
    return name.matches("\\w+") ? parent + "." + name : parent + "['" + name + "']";
  }
}

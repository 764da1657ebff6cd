package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One place in a JSON document below its root.
 *
 * @param pointer the place itself, for example {@code /detail/images/1}
 * @param path the place as a contract names it, all items of a list being one: {@code
 *     $.detail.images[*]}
 * @param value what stands there
 */
public record JsonPathNode(JsonPointer pointer, String path, JsonNode value) {

  /** Every place below the root, parents before children, in document order. */
  public static List<JsonPathNode> descendants(JsonNode root) {
    List<JsonPathNode> nodes = new ArrayList<>();
    collect(JsonPointer.empty(), "$", root, nodes);
    return nodes;
  }

  /** Whether something is shown here: null says nothing of a member but that it exists. */
  public boolean hasValue() {
    return !value.isNull();
  }

  /** A member without members or items of its own: a scalar, {@code []} or <code>{}</code>. */
  public boolean isLeaf() {
    return value.isEmpty();
  }

  private static void collect(
      JsonPointer at, String member, JsonNode value, List<JsonPathNode> into) {
    value
        .properties()
        .forEach(
            entry ->
                add(
                    at.appendProperty(entry.getKey()),
                    childPath(member, entry.getKey()),
                    entry.getValue(),
                    into));
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(at.appendIndex(i), member + "[*]", value.get(i), into);
      }
    }
  }

  private static void add(JsonPointer at, String member, JsonNode value, List<JsonPathNode> into) {
    into.add(new JsonPathNode(at, member, value));
    collect(at, member, value, into);
  }

  private static String childPath(String parent, String name) {
    return name.matches("\\w+") ? parent + "." + name : parent + "['" + name + "']";
  }
}

package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The edit of a list: an Overlay file can remove items, and append items with an update. The list
 * itself stays, and with it the order of the keys around it.
 *
 * @param removed the items to remove, as a step of a JSONPath; null when there are none
 * @param appended the items to append
 */
record ListEdit(@Nullable String removed, ArrayNode appended) {

  /** Returns the edit that changes one list into another. */
  static ListEdit between(ArrayNode old, ArrayNode wanted) {
    List<Integer> removed = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < old.size(); i++) {
      if (kept < wanted.size() && isSame(old.get(i), wanted.get(kept))) {
        kept++;
      } else {
        removed.add(i);
      }
    }
    ArrayNode appended = JsonNodes.array();
    for (int i = kept; i < wanted.size(); i++) {
      appended.add(wanted.get(i));
    }
    return new ListEdit(removed.isEmpty() ? null : step(old, removed), appended);
  }

  /** Compares the written form: the order of keys matters, the Java type of a number does not. */
  static boolean isSame(JsonNode one, JsonNode other) {
    return JsonNodes.compact(one).equals(JsonNodes.compact(other));
  }

  /** Texts are named by their value, which is still right when a page adds another one. */
  private static String step(ArrayNode list, List<Integer> items) {
    List<String> texts = items.stream().map(i -> list.get(i).asText()).toList();
    boolean plain = true;
    for (int i = 0; i < list.size(); i++) {
      boolean other = !items.contains(i);
      plain &=
          other
              ? !texts.contains(list.get(i).asText())
              : list.get(i).isTextual() && list.get(i).asText().matches("[A-Za-z0-9_ ./:-]+");
    }
    if (!plain) {
      return items.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
    return texts.stream()
        .map(text -> "@ == '" + text + "'")
        .collect(Collectors.joining(" || ", "[?(", ")]"));
  }
}

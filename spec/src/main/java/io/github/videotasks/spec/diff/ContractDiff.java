package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two contracts member by member. */
public final class ContractDiff {
  private static final int LONGEST = 60;

  private final List<Change> changes = new ArrayList<>();

  private ContractDiff() {}

  /** Gives the differences, the worst first. */
  public static List<Change> between(JsonNode before, JsonNode after) {
    ContractDiff diff = new ContractDiff();
    diff.compare("", "", before, after);
    return diff.changes.stream().sorted().toList();
  }

  private void compare(String pointer, String key, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      TreeSet<String> keys = new TreeSet<>();
      before.fieldNames().forEachRemaining(keys::add);
      after.fieldNames().forEachRemaining(keys::add);
      keys.forEach(k -> compare(pointer + "/" + k, k, before.path(k), after.path(k)));
    } else {
      changes.add(
          new Change(
              impact(pointer, key, before),
              pointer,
              what(before, after),
              shown(before),
              shown(after)));
    }
  }

  private static Impact impact(String pointer, String key, JsonNode before) {
    if (key.equals("description")
        || key.equals("summary")
        || key.startsWith("x-")
        || pointer.startsWith("/info")) {
      return Impact.NONE;
    }
    return before.isMissingNode() ? Impact.COMPATIBLE : Impact.BREAKING;
  }

  private static String what(JsonNode before, JsonNode after) {
    return before.isMissingNode() ? "added" : after.isMissingNode() ? "removed" : "changed";
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "" : node.isTextual() ? node.asText() : Json.compact(node);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}

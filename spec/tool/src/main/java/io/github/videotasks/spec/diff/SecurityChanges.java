package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the security schemes and the security requirements of operations. */
final class SecurityChanges {
  /** Properties of a scheme that do not affect the request. */
  private static final Set<String> TEXTS = Set.of("description", "bearerFormat");

  private final JsonNode before;
  private final JsonNode after;
  private final ChangeCollector changes;
  private final KeywordChanges keywords;

  SecurityChanges(JsonNode before, JsonNode after, ChangeCollector changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.keywords = new KeywordChanges(changes);
  }

  /** Compares the schemes by name; their requirements are compared at each operation. */
  void schemes() {
    JsonNode was = schemes(before);
    JsonNode is = schemes(after);
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      ContractLocation location =
          new ContractLocation("security scheme " + entry.getKey(), Direction.REQUEST);
      JsonNode other = is.path(entry.getKey());
      if (other.isMissingNode()) {
        changes.add(
            Impact.BREAKING_FOR_GENERATED_CODE,
            location.text(),
            "security scheme removed",
            null,
            null);
      } else {
        keywords.compareTexts(location, textsOf(entry.getValue()), textsOf(other));
      }
    }
    is.fieldNames()
        .forEachRemaining(
            name -> {
              if (!was.has(name)) {
                String location = "security scheme " + name;
                changes.add(Impact.COMPATIBLE, location, "security scheme added", null, null);
              }
            });
  }

  private static JsonNode textsOf(JsonNode scheme) {
    return scheme.isObject() ? ((ObjectNode) scheme.deepCopy()).retain(TEXTS) : scheme;
  }

  /** Compares the alternative security requirements of one operation; each one suffices. */
  void compare(ContractLocation location, JsonNode was, JsonNode is) {
    Set<String> old = alternatives(before, was);
    Set<String> now = alternatives(after, is);
    if (old.equals(now)) {
      return;
    }
    if (old.contains("nothing") && !now.contains("nothing")) {
      changes.add(Impact.BREAKING, location.text(), "security added", old, now);
      return;
    }
    Set<String> removed = new TreeSet<>(old);
    removed.removeAll(now);
    boolean open = now.contains("nothing");
    changes.add(
        removed.isEmpty() || open ? Impact.COMPATIBLE : Impact.BREAKING,
        location.text(),
        open
            ? "security removed"
            : removed.isEmpty() ? "security alternative added" : "security changed",
        old,
        now);
  }

  private static Set<String> alternatives(JsonNode root, JsonNode operation) {
    JsonNode required =
        operation.has("security") ? operation.path("security") : root.path("security");
    Set<String> alternatives = new TreeSet<>();
    for (JsonNode requirement : required) {
      TreeMap<String, String> parts = new TreeMap<>();
      requirement
          .properties()
          .forEach(
              e ->
                  parts.put(
                      describeScheme(schemes(root).path(e.getKey())), e.getValue().toString()));
      alternatives.add(
          parts.isEmpty()
              ? "nothing"
              : String.join(
                  " and ",
                  parts.entrySet().stream()
                      .map(
                          e ->
                              e.getValue().equals("[]")
                                  ? e.getKey()
                                  : e.getKey() + " " + e.getValue())
                      .toList()));
    }
    if (alternatives.isEmpty()) {
      alternatives.add("nothing");
    }
    return alternatives;
  }

  /**
   * Describes the credentials to send, such as {@code http bearer}. The scheme's name is not part
   * of the request.
   */
  private static String describeScheme(JsonNode scheme) {
    if (!scheme.isObject()) {
      return "an undeclared scheme";
    }
    TreeMap<String, String> parts = new TreeMap<>();
    scheme.fieldNames().forEachRemaining(key -> parts.put(key, KeywordChanges.textOf(scheme, key)));
    parts.keySet().removeIf(key -> TEXTS.contains(key) || key.startsWith("x-"));
    String type = parts.remove("type");
    return parts.isEmpty() ? String.valueOf(type) : type + " " + String.join(" ", parts.values());
  }

  private static JsonNode schemes(JsonNode root) {
    return root.path("components").path("securitySchemes");
  }
}

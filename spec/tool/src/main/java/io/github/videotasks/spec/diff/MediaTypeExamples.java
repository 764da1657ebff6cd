package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the examples of a media type in two contracts: without their names, which contain the
 * number of the example on its page, and without {@code x-source}, the line on that page.
 */
final class MediaTypeExamples {
  private final JsonNode before;
  private final JsonNode after;
  private final ChangeCollector changes;

  MediaTypeExamples(JsonNode before, JsonNode after, ChangeCollector changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /** Adds at most one change, without the values: they are long, and no client depends on them. */
  void compare(ContractLocation location, JsonNode was, JsonNode is) {
    if (!count(before, was, List.of("value", "externalValue", "$ref"))
        .equals(count(after, is, List.of("value", "externalValue", "$ref")))) {
      changes.add(Impact.NONE, location.text(), SupplementaryChanges.EXAMPLES, null, null);
    } else if (!count(before, was, List.of()).equals(count(after, is, List.of()))) {
      changes.add(Impact.NONE, location.text(), "texts of examples changed", null, null);
    }
  }

  /**
   * Returns how often each example occurs.
   *
   * @param keys the properties of an example that count; all except its source if empty
   */
  private static Map<JsonNode, Integer> count(JsonNode root, JsonNode media, List<String> keys) {
    Map<JsonNode, Integer> counts = new HashMap<>();
    for (JsonNode use : media.path("examples")) {
      JsonNode example = SchemaRefs.resolve(root, use);
      if (example instanceof ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("x-source");
        example = keys.isEmpty() ? copy : copy.retain(keys);
      }
      counts.merge(example, 1, Integer::sum);
    }
    if (media.has("example")) {
      counts.merge(media.path("example"), 1, Integer::sum);
    }
    return counts;
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Collects the known values of an open enum in a response: {@code x-extensible-enum}.
 *
 * <p>Values of examples are used only where the field's name ends in status or state, because other
 * strings, such as a prompt, are not values of a set.
 */
public final class ExtensibleEnum {
  static final String KEYWORD = "x-extensible-enum";

  private static final Pattern STATUS_NAME =
      Pattern.compile("(?:.*[_-])?(?:status|state)|.*[a-z](?:Status|State)");
  private static final Pattern STATUS_VALUE = Pattern.compile("\\p{Alpha}[\\w-]{0,63}");

  private ExtensibleEnum() {}

  /** Returns the values of a status field in examples, sorted; empty for any other field. */
  static Set<String> observedValues(String name, FieldEvidence evidence) {
    Set<String> values = new TreeSet<>();
    if (STATUS_NAME.matcher(name).matches()) {
      evidence.occurrences().stream()
          .map(shown -> shown.value().asText())
          .filter(text -> STATUS_VALUE.matcher(text).matches())
          .forEach(values::add);
    }
    return values;
  }

  /**
   * Removes duplicate values: a correction appends its values to those of the examples.
   *
   * @param schema changed in place
   */
  public static void removeDuplicates(ObjectNode schema) {
    if (schema.get(KEYWORD) instanceof ArrayNode values) {
      Set<String> seen = new HashSet<>();
      ArrayNode kept = JsonNodes.array();
      for (JsonNode value : values) {
        if (seen.add(JsonNodes.fingerprint(value))) {
          kept.add(value);
        }
      }
      schema.set(KEYWORD, kept);
    }
  }
}

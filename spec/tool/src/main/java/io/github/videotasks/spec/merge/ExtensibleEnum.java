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
 * The words of an answer that are known while the set of words stays open: {@code
 * x-extensible-enum}.
 *
 * <p>What examples show counts only where the name says that the place holds one word of a set, as
 * TimeUnit does for times: a prompt is a text as well.
 */
final class ExtensibleEnum {
  static final String KEYWORD = "x-extensible-enum";

  private static final Pattern STATUS_NAME =
      Pattern.compile("(?:.*[_-])?(?:status|state)|.*[a-z](?:Status|State)");
  private static final Pattern STATUS_VALUE = Pattern.compile("\\p{Alpha}[\\w-]{0,63}");

  private ExtensibleEnum() {}

  /** Gives the words that examples show at a place, in the order of the alphabet. */
  static Set<String> observedValues(String name, FieldEvidence shape) {
    Set<String> words = new TreeSet<>();
    if (STATUS_NAME.matcher(name).matches()) {
      shape.occurrences().stream()
          .map(shown -> shown.value().asText())
          .filter(text -> STATUS_VALUE.matcher(text).matches())
          .forEach(words::add);
    }
    return words;
  }

  /** Removes what stands in the list twice, as a correction adds to what examples show. */
  static void removeDuplicates(ObjectNode schema) {
    if (schema.get(KEYWORD) instanceof ArrayNode words) {
      Set<String> seen = new HashSet<>();
      ArrayNode kept = JsonNodes.array();
      for (JsonNode word : words) {
        if (seen.add(JsonNodes.fingerprint(word))) {
          kept.add(word);
        }
      }
      schema.set(KEYWORD, kept);
    }
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.tree.Json;
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
final class KnownWords {
  static final String KEY = "x-extensible-enum";

  private static final Pattern NAME =
      Pattern.compile("(?:.*[_-])?(?:status|state)|.*[a-z](?:Status|State)");
  private static final Pattern WORD = Pattern.compile("\\p{Alpha}[\\w-]{0,63}");

  private KnownWords() {}

  /** Gives the words that examples show at a place, in the order of the alphabet. */
  static Set<String> shown(String name, Shape shape) {
    Set<String> words = new TreeSet<>();
    if (NAME.matcher(name).matches()) {
      shape.shown().stream()
          .map(shown -> shown.value().asText())
          .filter(text -> WORD.matcher(text).matches())
          .forEach(words::add);
    }
    return words;
  }

  /** Removes what stands in the list twice, as a correction adds to what examples show. */
  static void tidy(ObjectNode schema) {
    if (schema.get(KEY) instanceof ArrayNode words) {
      Set<String> seen = new HashSet<>();
      ArrayNode kept = Json.array();
      for (JsonNode word : words) {
        if (seen.add(Json.fingerprint(word))) {
          kept.add(word);
        }
      }
      schema.set(KEY, kept);
    }
  }
}

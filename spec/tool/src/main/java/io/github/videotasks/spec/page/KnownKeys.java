package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the keys of the project's own files. An unknown key is a typo, so it is an error. */
public final class KnownKeys {
  private KnownKeys() {}

  /**
   * {@return the first unknown key; null when all keys are known}
   *
   * @param object an object of a file
   * @param known the known keys
   */
  public static @Nullable String firstUnknown(ObjectNode object, List<String> known) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !known.contains(key))
        .findFirst()
        .orElse(null);
  }

  /**
   * {@return a message with the expected keys, the unknown key and a suggestion if one is near}
   *
   * @param unknown the key
   * @param known the known keys
   */
  public static String message(String unknown, List<String> known) {
    return "expected " + String.join(", ", known) + found(unknown, known);
  }

  /**
   * {@return the end of such a message: the unknown key, and a suggestion if one is near}
   *
   * @param unknown the key
   * @param known the known keys
   */
  public static String found(String unknown, List<String> known) {
    String near = SpellingSuggestion.closest(unknown, known);
    return ", found '"
        + MessageText.excerpt(unknown)
        + "'"
        + (near == null ? "" : " (did you mean '" + near + "'?)");
  }
}

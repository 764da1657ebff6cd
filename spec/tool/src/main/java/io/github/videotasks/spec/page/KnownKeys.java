package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of files that we write ourselves: another one is a slip, and is told as such. */
public final class KnownKeys {
  private KnownKeys() {}

  /** Gives the first key that is not known; null when there is none. */
  public static @Nullable String firstUnknown(ObjectNode object, List<String> known) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !known.contains(key))
        .findFirst()
        .orElse(null);
  }

  /** Gives what was expected and found, with the known key that was meant, if one is near. */
  public static String message(String stray, List<String> known) {
    String near = SpellingSuggestion.closest(stray, known);
    return "expected "
        + String.join(", ", known)
        + ", found '"
        + MessageText.excerpt(stray)
        + "'"
        + (near == null ? "" : " (did you mean '" + near + "'?)");
  }
}

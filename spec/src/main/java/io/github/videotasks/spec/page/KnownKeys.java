package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.NearWord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of files that we write ourselves: another one is a slip, and is told as such. */
public final class KnownKeys {
  private KnownKeys() {}

  /** Gives the first key that is not known; null when there is none. */
  public static @Nullable String stray(ObjectNode object, List<String> known) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !known.contains(key))
        .findFirst()
        .orElse(null);
  }

  /** Gives what was expected and found, with the known key that was meant, if one is near. */
  public static String problem(String stray, List<String> known) {
    String near = NearWord.of(stray, known);
    return "expected "
        + String.join(", ", known)
        + ", found '"
        + Texts.shown(stray)
        + "'"
        + (near == null ? "" : " (did you mean '" + near + "'?)");
  }
}

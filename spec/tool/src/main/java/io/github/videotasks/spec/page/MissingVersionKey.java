package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detects an OpenAPI document whose key {@code openapi} is missing or misspelt. It is rejected;
 * other YAML without this key is ignored.
 */
final class MissingVersionKey {
  private static final List<String> DOCUMENT_KEYS =
      List.of("info", "paths", "components", "servers");

  private MissingVersionKey() {}

  /** Returns an error for such a document; null for any other one. */
  static @Nullable Finding find(SpecDocument document) {
    ObjectNode root = document.root();
    if (root.has("openapi") || root.has("swagger")) {
      return null;
    }
    if (DOCUMENT_KEYS.stream().filter(root::has).count() < 2 || !root.has("paths")) {
      return null;
    }
    String found = "none";
    SourceLocation location = document.location();
    for (var entry : root.properties()) {
      List<String> known = List.of("openapi", "swagger");
      String key = entry.getKey();
      if (SpellingSuggestion.matchIgnoringSeparators(key, known) != null
          || SpellingSuggestion.closest(key, known) != null) {
        found = "'" + MessageText.excerpt(key) + "'";
        location = document.location(root, key);
      }
    }
    return new Finding(
        "openapi-version",
        Severity.ERROR,
        location,
        "expected a key such as 'openapi: 3.0.3', found " + found,
        "Write 'openapi' with the version that the document uses");
  }
}

package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells an OpenAPI document whose key {@code openapi} is missing or misspelt from other YAML. */
final class MissingVersionKey {
  private static final List<String> DOCUMENT_KEYS =
      List.of("info", "paths", "components", "servers");

  private MissingVersionKey() {}

  /** Gives the refusal of such a document; null for what is another thing. */
  static @Nullable Finding find(SpecDocument document) {
    ObjectNode root = document.root();
    if (root.has("openapi") || root.has("swagger")) {
      return null;
    }
    if (DOCUMENT_KEYS.stream().filter(root::has).count() < 2 || !root.has("paths")) {
      return null;
    }
    String found = "none";
    SourceLocation place = document.location();
    for (var entry : root.properties()) {
      List<String> known = List.of("openapi", "swagger");
      String key = entry.getKey();
      if (SpellingSuggestion.matchIgnoringSeparators(key, known) != null
          || SpellingSuggestion.closest(key, known) != null) {
        found = "'" + MessageText.excerpt(key) + "'";
        place = document.location(root, key);
      }
    }
    return new Finding(
        "openapi-version",
        Severity.ERROR,
        place,
        "expected 'openapi: 3.0.3' or the like, found " + found,
        "Write 'openapi' and the version that the document is in");
  }
}

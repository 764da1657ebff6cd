package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.tree.NearWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells an OpenAPI document whose key {@code openapi} is missing or misspelt from other YAML. */
final class UnnamedVersion {
  private static final List<String> PARTS = List.of("info", "paths", "components", "servers");

  private UnnamedVersion() {}

  /** Gives the refusal of such a document; null for what is another thing. */
  static @Nullable Finding of(SpecDocument document) {
    ObjectNode root = document.root();
    if (root.has("openapi") || root.has("swagger")) {
      return null;
    }
    if (PARTS.stream().filter(root::has).count() < 2 || !root.has("paths")) {
      return null;
    }
    String found = "none";
    Place place = document.place();
    for (var entry : root.properties()) {
      List<String> known = List.of("openapi", "swagger");
      String key = entry.getKey();
      if (NearWord.same(key, known) != null || NearWord.of(key, known) != null) {
        found = "'" + Texts.shown(key) + "'";
        place = document.place(root, key);
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

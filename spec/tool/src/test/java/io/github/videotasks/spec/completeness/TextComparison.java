package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;

/** Compares the values of keywords: numbers by value, texts without blanks at their ends. */
final class TextComparison {
  private TextComparison() {}

  /** Returns whether the contract has the declared value; it may add a sentence to a text. */
  static boolean same(JsonNode declared, JsonNode written) {
    return JsonNodes.fingerprint(declared).equals(JsonNodes.fingerprint(written))
        || (declared.isTextual()
            && written.asText().strip().startsWith(declared.asText().strip())
            && !declared.asText().isBlank());
  }
}

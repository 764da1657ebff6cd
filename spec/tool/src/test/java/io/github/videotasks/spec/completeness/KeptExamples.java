package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashSet;
import java.util.Set;

/** The examples that the derived files contain, by value. */
final class KeptExamples {
  private final Set<String> values = new HashSet<>();

  void add(JsonNode value) {
    values.add(JsonNodes.fingerprint(value));
  }

  boolean contains(JsonNode value) {
    return values.contains(JsonNodes.fingerprint(value));
  }
}

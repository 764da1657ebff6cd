package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Parses JSON texts into trees that keep all digits of numbers. */
final class JsonTrees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonTrees() {}

  /** Returns the tree of a text. Of several properties with the same name it has the last one. */
  static JsonNode tree(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /** Returns whether {@link #tree} can parse a text. It rejects names with a lone surrogate. */
  static boolean isReadable(String json) {
    try {
      return !tree(json).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

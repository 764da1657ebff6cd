package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Trees of what was sent and of what was written, with all digits of their numbers. */
final class JsonTrees {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonTrees() {}

  /** The tree of a text; of members with one name the last. */
  static JsonNode tree(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /** Whether {@link #tree} reads it: it refuses a name that holds half a character. */
  static boolean isReadable(String json) {
    try {
      return !tree(json).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

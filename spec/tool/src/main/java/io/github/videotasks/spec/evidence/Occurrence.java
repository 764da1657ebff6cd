package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;

/**
 * One occurrence of a field in an example.
 *
 * @param example which example
 * @param location where in the page
 * @param value what it holds there
 */
public record Occurrence(Example example, SourceLocation location, JsonNode value) {
  /** Gives the JSON Schema name of the value's type. */
  public String type() {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case ARRAY -> "array";
      case OBJECT, POJO -> "object";
      case STRING, BINARY -> "string";
    };
  }
}

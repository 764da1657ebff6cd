package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;

/**
 * One occurrence of a field in an example.
 *
 * @param example the example
 * @param location file and line of the value
 * @param value value of the field in the example
 */
public record Occurrence(Example example, SourceLocation location, JsonNode value) {
  /** {@return the JSON Schema name of the value's type} */
  public String type() {
    return JsonTypes.of(value);
  }
}

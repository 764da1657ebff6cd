package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Exclusive limits: a flag beside the limit in OpenAPI 3.0, a number in JSON Schema 2020-12. */
public final class ExclusiveLimits {
  private ExclusiveLimits() {}

  /**
   * Replaces {@code minimum: 0, exclusiveMinimum: true} by {@code exclusiveMinimum: 0}.
   *
   * @param schema changed in place, as OpenAPI 3.1 has it
   */
  public static void toNumbers(ObjectNode schema) {
    toNumber(schema, "minimum", "exclusiveMinimum");
    toNumber(schema, "maximum", "exclusiveMaximum");
  }

  private static void toNumber(ObjectNode schema, String limit, String exclusive) {
    JsonNode flag = schema.path(exclusive);
    if (!flag.isBoolean()) {
      return;
    }
    schema.remove(exclusive);
    JsonNode value = schema.get(limit);
    if (flag.booleanValue() && value != null) {
      schema.remove(limit);
      schema.set(exclusive, value);
    }
  }
}

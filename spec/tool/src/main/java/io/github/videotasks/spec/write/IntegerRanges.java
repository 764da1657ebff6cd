package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ranges of {@code int32} and {@code int64} as {@code minimum} and {@code maximum},
 * because JSON Schema has no such formats. A limit that the contract declares holds instead, even
 * if the format does not admit it.
 */
final class IntegerRanges {
  private record Range(long minimum, long maximum) {}

  private static final Map<String, Range> RANGES =
      Map.of(
          "int32", new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
          "int64", new Range(Long.MIN_VALUE, Long.MAX_VALUE));

  private IntegerRanges() {}

  /** Adds the missing limits to a schema of JSON Schema that still has its OpenAPI format. */
  static void add(ObjectNode schema) {
    Range range = RANGES.get(schema.path("format").asText());
    if (range == null || !isInteger(schema.path("type"))) {
      return;
    }
    BigDecimal lower = limit(schema, "minimum", "exclusiveMinimum");
    BigDecimal upper = limit(schema, "maximum", "exclusiveMaximum");
    // An empty range would reject every value.
    if (lower == null && (upper == null || isAtLeast(upper, range.minimum()))) {
      schema.put("minimum", range.minimum());
    }
    if (upper == null && (lower == null || !isAtLeast(lower, range.maximum()))) {
      schema.put("maximum", range.maximum());
    }
  }

  private static boolean isAtLeast(BigDecimal limit, long value) {
    return limit.compareTo(BigDecimal.valueOf(value)) >= 0;
  }

  private static boolean isInteger(JsonNode type) {
    boolean nullable = type.size() == 2 && type.path(1).asText().equals("null");
    return (nullable ? type.path(0) : type).asText().equals("integer");
  }

  private static @Nullable BigDecimal limit(ObjectNode schema, String keyword, String exclusive) {
    JsonNode limit = schema.path(keyword).isNumber() ? schema.get(keyword) : schema.get(exclusive);
    return limit != null && limit.isNumber() ? limit.decimalValue() : null;
  }
}

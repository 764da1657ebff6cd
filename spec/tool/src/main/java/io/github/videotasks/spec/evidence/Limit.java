package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or default of a schema.
 *
 * @param keyword one of {@link DeclaredConstraints#KEYWORDS}
 * @param value the value of the keyword
 * @param exclusive whether a value equal to the limit is not allowed
 */
record Limit(String keyword, JsonNode value, boolean exclusive) {
  private static final int MAX_SCALE = 1_000;

  /** Returns the limit that a schema has; null when it has none for the keyword. */
  static @Nullable Limit of(JsonNode schema, String keyword) {
    JsonNode value = schema.get(keyword);
    if (value == null
        || (value.isNull() && !keyword.equals("default"))
        || (keyword.equals("uniqueItems") && !value.asBoolean())) {
      return null;
    }
    String exclusive = exclusiveKeyword(keyword);
    return new Limit(keyword, value, exclusive != null && schema.path(exclusive).asBoolean());
  }

  /** Returns the keyword of OpenAPI 3.0 that excludes the limit itself; null without one. */
  static @Nullable String exclusiveKeyword(String keyword) {
    return switch (keyword) {
      case "minimum" -> "exclusiveMinimum";
      case "maximum" -> "exclusiveMaximum";
      default -> null;
    };
  }

  boolean fitsType(@Nullable String type) {
    if (type == null) {
      return false;
    }
    return switch (keyword) {
      case "default" -> DeclaredConstraints.fitsType(value, type);
      case "multipleOf" ->
          value.decimalValue().signum() > 0 && (type.equals("number") || type.equals("integer"));
      case "minimum", "maximum" -> type.equals("number") || type.equals("integer");
      case "minItems", "maxItems", "uniqueItems" -> type.equals("array");
      case "minProperties", "maxProperties" -> type.equals("object");
      default -> type.equals("string");
    };
  }

  /** Returns whether a value satisfies the limit; true for a value of another type. */
  boolean admits(JsonNode shown) {
    return switch (keyword) {
      case "minimum" -> !shown.isNumber() || isInOrder(value, shown);
      case "maximum" -> !shown.isNumber() || isInOrder(shown, value);
      case "multipleOf" -> !shown.isNumber() || isMultiple(shown.decimalValue());
      case "minLength" -> !shown.isTextual() || length(shown) >= value.asLong();
      case "maxLength" -> !shown.isTextual() || length(shown) <= value.asLong();
      case "pattern" -> !shown.isTextual() || PatternMatch.find(value.asText(), shown.textValue());
      case "minItems" -> !shown.isArray() || shown.size() >= value.asLong();
      case "maxItems" -> !shown.isArray() || shown.size() <= value.asLong();
      case "uniqueItems" -> !shown.isArray() || hasUniqueItems(shown);
      case "minProperties" -> !shown.isObject() || shown.size() >= value.asLong();
      case "maxProperties" -> !shown.isObject() || shown.size() <= value.asLong();
      default -> true;
    };
  }

  private boolean isInOrder(JsonNode lower, JsonNode upper) {
    int order = lower.decimalValue().compareTo(upper.decimalValue());
    return exclusive ? order < 0 : order <= 0;
  }

  private boolean isMultiple(BigDecimal shown) {
    BigDecimal divisor = value.decimalValue();
    // The remainder of a number of the form 1e999999 takes too long.
    return Math.abs(shown.scale()) <= MAX_SCALE
        && Math.abs(divisor.scale()) <= MAX_SCALE
        && shown.remainder(divisor).signum() == 0;
  }

  private static long length(JsonNode text) {
    return text.textValue().codePoints().count();
  }

  private static boolean hasUniqueItems(JsonNode list) {
    Set<String> seen = new HashSet<>();
    for (JsonNode item : list) {
      if (!seen.add(JsonNodes.fingerprint(item))) {
        return false;
      }
    }
    return true;
  }

  /** Returns keyword and value for messages. */
  String label() {
    return keyword + " " + JsonNodes.compact(value) + (exclusive ? " (exclusive)" : "");
  }
}

package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LexemeNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON Schema types of values. */
public final class JsonTypes {
  // Integers and decimals that have the same text when written as JSON.
  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,17}");

  private JsonTypes() {}

  /**
   * {@return the name of a value's type} An integer beyond 64 bits is a {@code number}: no client
   * has an integer type for it.
   *
   * @param value any JSON value
   */
  public static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() && value.canConvertToLong() ? "integer" : "number";
      case ARRAY -> "array";
      case OBJECT, POJO -> "object";
      case STRING, BINARY -> "string";
    };
  }

  /**
   * Returns the name of the type of a value in a schema. There, unlike in an example, the digits of
   * a number do not matter: 1.0 is an integer.
   */
  static String ofDeclared(JsonNode value) {
    return isWhole(value) ? "integer" : of(value);
  }

  private static boolean isWhole(JsonNode value) {
    return value.isNumber()
        && value.canConvertToLong()
        && value.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  /** Returns the type that admits all types; null when there is none. */
  static @Nullable String common(Set<String> types) {
    if (types.equals(Set.of("integer", "number"))) {
      return "number";
    }
    return types.size() == 1 ? types.iterator().next() : null;
  }

  /** Returns whether a value of one type is also of another: an integer is a number. */
  static boolean fits(String type, String admitted) {
    return type.equals(admitted) || (admitted.equals("number") && type.equals("integer"));
  }

  /**
   * Returns a scalar as a value of a type, such as the integer 1 for the string {@code "1"}.
   *
   * @param value the scalar of a page
   * @param type name of an OpenAPI type
   * @return null when the value has no form of that type
   */
  public static @Nullable JsonNode read(JsonNode value, String type) {
    if (fits(of(value), type)) {
      return value;
    }
    String text = value.asText();
    return switch (type) {
      case "string" -> value.isNumber() || value.isBoolean() ? TextNode.valueOf(text) : null;
      case "integer" ->
          isWhole(value)
              ? integer(Long.toString(value.longValue()))
              : INTEGER.matcher(text).matches() ? integer(text) : null;
      case "number" ->
          INTEGER.matcher(text).matches()
              ? integer(text)
              : DECIMAL.matcher(text).matches() ? new LexemeNode(text) : null;
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? BooleanNode.valueOf(text.equals("true"))
              : null;
      default -> null;
    };
  }

  private static JsonNode integer(String text) {
    return JsonNodes.array().add(Long.parseLong(text)).get(0);
  }
}

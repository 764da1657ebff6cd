package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that pages declare for values which a client sends. A constraint reaches the contract
 * only if all pages agree on it.
 */
public final class DeclaredConstraints {
  /** Schema keywords that constrain a value or set its default. */
  public static final List<String> KEYWORDS =
      List.of(
          "default",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems");

  private DeclaredConstraints() {}

  /**
   * Returns the value of a keyword on which all declarations of a field agree.
   *
   * @param evidence evidence of the field
   * @param keyword one of {@link #KEYWORDS}
   * @param type type of the field in the contract; null when it has none
   * @return the common value; null when one use of the schema has another value or none, or when
   *     the value does not fit the type
   */
  public static @Nullable JsonNode agreedValue(
      FieldEvidence evidence, String keyword, @Nullable String type) {
    Set<JsonNode> values = new HashSet<>();
    IdentityHashMap<Object, Boolean> uses = new IdentityHashMap<>();
    for (DeclaredSchema declared : evidence.declarations()) {
      JsonNode value = declared.schema().get(keyword);
      uses.merge(declared.schemaUse(), value != null, Boolean::logicalOr);
      if (value != null) {
        values.add(value);
      }
    }
    boolean agreed = values.size() == 1 && !uses.containsValue(false);
    JsonNode value = agreed ? values.iterator().next() : null;
    return value != null && fits(keyword, value, type) ? value : null;
  }

  private static boolean fits(String keyword, JsonNode value, @Nullable String type) {
    return switch (keyword) {
      case "default" -> type != null && fitsType(value, type);
      case "minimum", "maximum" -> Set.of("number", "integer").contains(String.valueOf(type));
      case "minItems", "maxItems" -> "array".equals(type);
      default -> "string".equals(type);
    };
  }

  /**
   * Returns whether a value has an OpenAPI type.
   *
   * @param type name of the type; a name other than a primitive type or {@code array} means {@code
   *     object}
   */
  public static boolean fitsType(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      default -> value.isObject();
    };
  }
}

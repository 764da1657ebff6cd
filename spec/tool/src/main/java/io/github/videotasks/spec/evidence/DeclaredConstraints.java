package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits that pages declare for what a client sends, as far as they agree. */
public final class DeclaredConstraints {
  /** The keywords that limit a value. */
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
   * Gives the value that every page has which declares the place; null when one has another or
   * none, or when the value does not fit the type.
   *
   * @param type the type that the place has in the contract; null when it has none
   */
  public static @Nullable JsonNode agreedValue(
      FieldEvidence shape, String keyword, @Nullable String type) {
    Set<JsonNode> values = new HashSet<>();
    IdentityHashMap<Object, Boolean> uses = new IdentityHashMap<>();
    for (DeclaredSchema declared : shape.declarations()) {
      JsonNode value = declared.schema().get(keyword);
      uses.merge(declared.schemaUse(), value != null, Boolean::logicalOr);
      if (value != null) {
        values.add(value);
      }
    }
    boolean all = values.size() == 1 && !uses.containsValue(false);
    JsonNode value = all ? values.iterator().next() : null;
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

  /** Tells whether a value has a type of OpenAPI. */
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

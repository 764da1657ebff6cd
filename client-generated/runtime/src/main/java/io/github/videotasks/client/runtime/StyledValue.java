package io.github.videotasks.client.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value in its parts, each with its text already encoded: one part for a scalar, one
 * for each item of a list, one for each property of an object.
 */
final class StyledValue {
  /** A part of the value; the name is that of a property. */
  private record Part(@Nullable String name, String text) {}

  private final String parameter;
  private final boolean scalar;
  private final boolean object;
  private final List<Part> parts = new ArrayList<>();

  private StyledValue(String parameter, boolean scalar, boolean object) {
    this.parameter = parameter;
    this.scalar = scalar;
    this.object = object;
  }

  /**
   * Returns the parts of a value. Nulls are left out.
   *
   * @param parameter name of the parameter, not encoded
   * @param name encodes the name of a property
   * @param text encodes a text
   * @throws IllegalArgumentException if an item or a property is itself a list or an object:
   *     OpenAPI does not define how they are written
   */
  static StyledValue of(
      String parameter, Object value, UnaryOperator<String> name, UnaryOperator<String> text) {
    String scalar = ParameterText.ofScalar(value);
    JsonValue json = scalar == null ? ParameterText.toJson(value) : JsonValue.NULL;
    StyledValue styled =
        new StyledValue(parameter, scalar != null, json.kind() == JsonValue.Kind.OBJECT);
    if (scalar != null) {
      styled.add(null, value, text);
    } else if (value instanceof Iterable<?> items) {
      items.forEach(item -> styled.add(null, item, text));
    } else {
      json.elements().forEach(item -> styled.add(null, item, text));
    }
    for (Map.Entry<String, JsonValue> property : json.properties().entrySet()) {
      styled.add(name.apply(property.getKey()), property.getValue(), text);
    }
    return styled;
  }

  private void add(@Nullable String name, @Nullable Object value, UnaryOperator<String> encode) {
    if (value == null || value == JsonValue.NULL) {
      return;
    }
    String text = ParameterText.ofScalar(value);
    if (text == null) {
      throw new IllegalArgumentException(
          "expected strings, numbers and booleans in the parameter "
              + parameter
              + ", found a nested list or object, for which OpenAPI defines no form");
    }
    parts.add(new Part(name, encode.apply(text)));
  }

  boolean isScalar() {
    return scalar;
  }

  boolean isObject() {
    return object;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  int size() {
    return parts.size();
  }

  /** Returns all parts as one text: {@code a,b}, or {@code k,v,k,v} for an object. */
  String join(String delimiter) {
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      if (part.name() != null) {
        texts.add(part.name());
      }
      texts.add(part.text());
    }
    return String.join(delimiter, texts);
  }

  /** Returns the parts one after the other: {@code a,b}, or {@code k=v,k=v} for an object. */
  String joinPairs(String delimiter) {
    return String.join(delimiter, pairs(null, "", ""));
  }

  /**
   * Returns each part as {@code name=text}; the name of a property is used with a text before and
   * after it.
   *
   * @param name name of parts that are not properties; null for parts without a name
   */
  List<String> pairs(@Nullable String name, String before, String after) {
    List<String> pairs = new ArrayList<>();
    for (Part part : parts) {
      String own = part.name() == null ? name : before + part.name() + after;
      pairs.add(own == null ? part.text() : own + "=" + part.text());
    }
    return pairs;
  }
}

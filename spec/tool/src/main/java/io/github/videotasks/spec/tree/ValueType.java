package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;

/** The type of a keyword's value. */
public enum ValueType {
  ANY("a value"),
  /** A number or a boolean is accepted too, as YAML parses {@code version: 1.0} as a number. */
  STRING("a string"),
  BOOLEAN("true or false"),
  NON_NEGATIVE_INTEGER("a non-negative integer"),
  NUMBER("a number"),
  LIST("a list"),
  STRING_LIST("a list of strings"),
  OBJECT("an object"),
  OBJECT_LIST("a list of objects"),
  OBJECT_MAP("an object of objects by name"),
  SCHEMA("a schema"),
  SCHEMA_LIST("a list of schemas"),
  SCHEMA_MAP("an object of schemas by name");

  private final String label;

  ValueType(String label) {
    this.label = label;
  }

  /** Returns the name of the type for messages, with its article. */
  public String label() {
    return label;
  }

  /** Returns whether a value has this type; its elements are not checked. */
  public boolean matches(JsonNode value) {
    return switch (this) {
      case ANY -> true;
      case STRING -> value.isValueNode();
      case BOOLEAN -> value.isBoolean();
      case NON_NEGATIVE_INTEGER ->
          value.isIntegralNumber() && value.bigIntegerValue().signum() >= 0;
      case NUMBER -> value.isNumber();
      case LIST, STRING_LIST, OBJECT_LIST, SCHEMA_LIST -> value.isArray();
      case OBJECT, OBJECT_MAP, SCHEMA, SCHEMA_MAP -> value.isObject();
    };
  }

  /** Returns the type of the value's elements; {@link #ANY} when they may have any type. */
  public ValueType elementType() {
    return switch (this) {
      case OBJECT_LIST, OBJECT_MAP -> OBJECT;
      case SCHEMA_LIST, SCHEMA_MAP -> SCHEMA;
      case STRING_LIST -> STRING;
      default -> ANY;
    };
  }
}

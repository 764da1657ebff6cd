package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;

/** The type of a keyword's value. */
public enum ValueType {
  /** Any value; nothing is checked. */
  ANY("a value"),
  /** A number or a boolean is accepted too, as YAML parses {@code version: 1.0} as a number. */
  STRING("a string"),
  /** A boolean. */
  BOOLEAN("true or false"),
  /** An integer from 0 on. */
  NON_NEGATIVE_INTEGER("a non-negative integer"),
  /** A number, whole or not. */
  NUMBER("a number"),
  /** A list with any elements. */
  LIST("a list"),
  /** A list with strings only. */
  STRING_LIST("a list of strings"),
  /** An object with any properties. */
  OBJECT("an object"),
  /** A list with objects only. */
  OBJECT_LIST("a list of objects"),
  /** An object whose values are objects. */
  OBJECT_MAP("an object of objects by name"),
  /** An OpenAPI schema. */
  SCHEMA("a schema"),
  /** A list of OpenAPI schemas. */
  SCHEMA_LIST("a list of schemas"),
  /** An object whose values are OpenAPI schemas. */
  SCHEMA_MAP("an object of schemas by name");

  private final String label;

  ValueType(String label) {
    this.label = label;
  }

  /** {@return the name of the type for messages, with its article} */
  public String label() {
    return label;
  }

  /**
   * {@return whether a value has this type; its elements are not checked}
   *
   * @param value a value of a page
   */
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

  /** {@return the type of the value's elements; {@link #ANY} when they may have any type} */
  public ValueType elementType() {
    return switch (this) {
      case OBJECT_LIST, OBJECT_MAP -> OBJECT;
      case SCHEMA_LIST, SCHEMA_MAP -> SCHEMA;
      case STRING_LIST -> STRING;
      default -> ANY;
    };
  }
}

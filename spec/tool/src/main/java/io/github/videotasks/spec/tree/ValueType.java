package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;

/** The form that the value of a keyword has. */
public enum ValueType {
  ANY("a value"),
  /** A number or a boolean may stand for its text, as YAML reads {@code version: 1.0} so. */
  STRING("a text"),
  BOOLEAN("true or false"),
  NON_NEGATIVE_INTEGER("a whole number from 0"),
  NUMBER("a number"),
  LIST("a list"),
  STRING_LIST("a list of texts"),
  OBJECT("an object"),
  OBJECT_LIST("a list of objects"),
  OBJECT_MAP("an object of objects by name"),
  SCHEMA("a schema"),
  SCHEMA_LIST("a list of schemas"),
  SCHEMA_MAP("an object of schemas by name");

  private final String label;

  ValueType(String words) {
    this.label = words;
  }

  /** Gives the form in words, with its article. */
  public String label() {
    return label;
  }

  /** Tells whether a value has the form; what it holds is not looked at. */
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

  /** Gives the form of what the value holds; {@link #ANY} when it may hold anything. */
  public ValueType elementType() {
    return switch (this) {
      case OBJECT_LIST, OBJECT_MAP -> OBJECT;
      case SCHEMA_LIST, SCHEMA_MAP -> SCHEMA;
      case STRING_LIST -> STRING;
      default -> ANY;
    };
  }
}

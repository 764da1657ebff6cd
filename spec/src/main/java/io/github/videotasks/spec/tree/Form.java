package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.databind.JsonNode;

/** The form that the value of a keyword has. */
public enum Form {
  ANY("a value"),
  /** A number or a boolean may stand for its text, as YAML reads {@code version: 1.0} so. */
  TEXT("a text"),
  FLAG("true or false"),
  COUNT("a whole number from 0"),
  NUMBER("a number"),
  LIST("a list"),
  TEXTS("a list of texts"),
  OBJECT("an object"),
  OBJECTS("a list of objects"),
  MAP("an object of objects by name"),
  SCHEMA("a schema"),
  SCHEMAS("a list of schemas"),
  SCHEMA_MAP("an object of schemas by name");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  /** Gives the form in words, with its article. */
  public String words() {
    return words;
  }

  /** Tells whether a value has the form; what it holds is not looked at. */
  public boolean admits(JsonNode value) {
    return switch (this) {
      case ANY -> true;
      case TEXT -> value.isValueNode();
      case FLAG -> value.isBoolean();
      case COUNT -> value.isIntegralNumber() && value.bigIntegerValue().signum() >= 0;
      case NUMBER -> value.isNumber();
      case LIST, TEXTS, OBJECTS, SCHEMAS -> value.isArray();
      case OBJECT, MAP, SCHEMA, SCHEMA_MAP -> value.isObject();
    };
  }

  /** Gives the form of what the value holds; {@link #ANY} when it may hold anything. */
  public Form inner() {
    return switch (this) {
      case OBJECTS, MAP -> OBJECT;
      case SCHEMAS, SCHEMA_MAP -> SCHEMA;
      case TEXTS -> TEXT;
      default -> ANY;
    };
  }
}

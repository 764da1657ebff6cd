package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonModel;
import io.github.videotasks.client.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value inside a response, JSON null if it is absent. {@link #at} returns the value of a
 * nested property; a missing property is JSON null again, for which every accessor returns null or
 * false. The parsers of this package therefore need no null checks and no casts on the way.
 *
 * <p>A property name that the contract declares is written as the generated constant, also where
 * gateways use it at a place that the contract does not declare; so a property that is renamed in
 * the contract breaks the compile.
 */
record JsonCursor(JsonValue value) {

  /** Returns a dotted path, as {@link #atPath} takes it. */
  static String path(String... names) {
    return String.join(".", names);
  }

  /** Returns a property of a model, of any JSON type. */
  static JsonCursor of(JsonModel model, String name) {
    JsonValue property = model.property(name);
    return new JsonCursor(property == null ? JsonValue.NULL : property);
  }

  /** Returns the nested property at a path of names. */
  JsonCursor at(String... names) {
    JsonValue current = value;
    for (String name : names) {
      JsonValue property = current.get(name);
      current = property == null ? JsonValue.NULL : property;
    }
    return new JsonCursor(current);
  }

  /** As {@link #at}, with the names in one text, such as {@code detail.draft_info.kind}. */
  JsonCursor atPath(String dotted) {
    return at(dotted.split("\\.", -1));
  }

  /** Returns the content of a string that is not blank, unchanged; null for any other value. */
  @Nullable String text() {
    String text = value.asString();
    return text == null || text.isBlank() ? null : text;
  }

  /** Returns {@link #text}, or the digits of a number. */
  @Nullable String textOrNumber() {
    String digits = value.asNumberText();
    return digits != null ? digits : text();
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value.asBoolean());
  }

  boolean hasKind(JsonValue.Kind kind) {
    return value.kind() == kind;
  }

  /** Returns false if absent, null, {@code {}}, {@code []} or a blank string. */
  boolean hasContent() {
    return switch (value.kind()) {
      case OBJECT -> !value.properties().isEmpty();
      case ARRAY -> !value.elements().isEmpty();
      case STRING -> text() != null;
      case NUMBER, BOOLEAN -> true;
      case NULL -> false;
    };
  }
}

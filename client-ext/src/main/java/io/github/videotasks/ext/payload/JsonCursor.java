package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonModel;
import io.github.videotasks.client.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A place in an answer, which may be empty. {@link #at} steps into members; a step that leads
 * nowhere gives JSON null, which answers every question with "nothing". So the rules that fold an
 * answer read as lists of places, without a null check or a cast between them.
 */
record JsonCursor(JsonValue value) {

  /** The member of a model, whatever its type. */
  static JsonCursor of(JsonModel model, String name) {
    JsonValue member = model.property(name);
    return new JsonCursor(member == null ? JsonValue.NULL : member);
  }

  /** The place that the names lead to, one member after the other. */
  JsonCursor at(String... names) {
    JsonValue here = value;
    for (String name : names) {
      JsonValue next = here.get(name);
      here = next == null ? JsonValue.NULL : next;
    }
    return new JsonCursor(here);
  }

  /** As {@link #at}, with the names in one text, such as {@code detail.draft_info.kind}. */
  JsonCursor atPath(String dotted) {
    return at(dotted.split("\\.", -1));
  }

  /** The content of a string that is not blank, as it came; null if this is anything else. */
  @Nullable String text() {
    String text = value.asString();
    return text == null || text.isBlank() ? null : text;
  }

  /** As {@link #text}, or the digits of a number. */
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

  /** Says something: not absent, not null, not {@code {}}, not {@code []}, not a blank string. */
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

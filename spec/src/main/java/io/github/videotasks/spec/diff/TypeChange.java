package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the types of two schemas; a changed type always changes generated code too. */
final class TypeChange {
  /** As a format it stands for no type at all. */
  static final String ANY = "any";

  /** Each holds all the values of those before it. */
  private static final List<String> WHOLE = List.of("int32", "int64", "");

  private static final List<String> DECIMAL = List.of("float", "double", "");

  private TypeChange() {}

  /** Adds the change, if there is one. */
  static void compare(
      ChangeList changes, Spot spot, @Nullable Schema<?> before, @Nullable Schema<?> after) {
    String wasType = type(before);
    String isType = type(after);
    String wasFormat = format(before);
    String isFormat = format(after);
    if (!wasType.equals(isType)) {
      changes.add(types(wasType, isType), true, spot, "type changed", text(before), text(after));
    } else if (!wasFormat.equals(isFormat)) {
      changes.add(
          formats(isType, wasFormat, isFormat),
          true,
          spot,
          "format changed",
          text(before),
          text(after));
    }
  }

  /** Gives {@code integer(int64)}, or {@code any} for a schema without a type. */
  static String text(@Nullable Schema<?> schema) {
    String type = type(schema);
    String format = format(schema);
    return type.isEmpty() ? ANY : format.isEmpty() ? type : type + "(" + format + ")";
  }

  private static Effect types(String before, String after) {
    if (before.isEmpty() || (before.equals("number") && after.equals("integer"))) {
      return Effect.NARROWED;
    }
    boolean wider = after.isEmpty() || (before.equals("integer") && after.equals("number"));
    return wider ? Effect.WIDENED : Effect.REPLACED;
  }

  private static Effect formats(String type, String before, String after) {
    List<String> order =
        type.equals("integer") ? WHOLE : type.equals("number") ? DECIMAL : List.of();
    if (order.contains(before) && order.contains(after)) {
      return order.indexOf(before) < order.indexOf(after) ? Effect.WIDENED : Effect.NARROWED;
    }
    return before.isEmpty() ? Effect.NARROWED : after.isEmpty() ? Effect.WIDENED : Effect.REPLACED;
  }

  private static String type(@Nullable Schema<?> schema) {
    String type = schema == null || ANY.equals(schema.getFormat()) ? null : schema.getType();
    return type == null ? "" : type;
  }

  private static String format(@Nullable Schema<?> schema) {
    String format = schema == null ? null : schema.getFormat();
    return format == null || format.equals(ANY) ? "" : format;
  }
}

package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the types of two schemas. A changed type always changes generated code too. */
final class TypeChanges {
  /** The format that marks a schema without a type. */
  static final String ANY_TYPE = "any";

  /**
   * Ordered: each format includes all values of those before it. A missing format counts as int32,
   * because the stock generators for Java, Kotlin, Go, Rust, C#, Scala and C++ create 32 bits for
   * it.
   */
  private static final List<String> INTEGER_FORMATS = List.of("int32", "int64");

  /**
   * Ordered like the formats of integers. A missing format has a type of its own in the stock
   * clients (BigDecimal in Java and Kotlin, decimal in C#), which includes all values of double. In
   * Go it is float32, which drops digits, but decodes every number.
   */
  private static final List<String> NUMBER_FORMATS = List.of("float", "double", "");

  private TypeChanges() {}

  /** Adds the change, if there is one. */
  static void compare(
      ChangeCollector changes,
      ContractLocation location,
      @Nullable Schema<?> before,
      @Nullable Schema<?> after) {
    String wasType = type(before);
    String isType = type(after);
    String wasFormat = format(before);
    String isFormat = format(after);
    if (!wasType.equals(isType)) {
      changes.add(
          typeEffect(wasType, isType),
          true,
          location,
          "type changed",
          describe(before),
          describe(after));
    } else if (!wasFormat.equals(isFormat)) {
      compareFormats(changes, location, before, after);
    }
  }

  private static void compareFormats(
      ChangeCollector changes,
      ContractLocation location,
      @Nullable Schema<?> before,
      @Nullable Schema<?> after) {
    String was = generatedFormat(before);
    String is = generatedFormat(after);
    Impact impact =
        was.equals(is)
            ? Impact.NONE
            : formatEffect(type(after), was, is).impact(location.direction(), true);
    changes.add(impact, location.text(), "format changed", describe(before), describe(after));
  }

  /** Returns the format whose type the stock generators create. */
  private static String generatedFormat(@Nullable Schema<?> schema) {
    String format = format(schema);
    return format.isEmpty() && type(schema).equals("integer") ? INTEGER_FORMATS.get(0) : format;
  }

  /** Returns {@code integer(int64)}, or {@code any} for a schema without a type. */
  static String describe(@Nullable Schema<?> schema) {
    String type = type(schema);
    String format = format(schema);
    return type.isEmpty() ? ANY_TYPE : format.isEmpty() ? type : type + "(" + format + ")";
  }

  private static Effect typeEffect(String before, String after) {
    if (before.isEmpty() || (before.equals("number") && after.equals("integer"))) {
      return Effect.NARROWED;
    }
    boolean wider = after.isEmpty() || (before.equals("integer") && after.equals("number"));
    return wider ? Effect.WIDENED : Effect.REPLACED;
  }

  private static Effect formatEffect(String type, String before, String after) {
    List<String> order =
        type.equals("integer")
            ? INTEGER_FORMATS
            : type.equals("number") ? NUMBER_FORMATS : List.of();
    if (order.contains(before) && order.contains(after)) {
      return order.indexOf(before) < order.indexOf(after) ? Effect.WIDENED : Effect.NARROWED;
    }
    return before.isEmpty() ? Effect.NARROWED : after.isEmpty() ? Effect.WIDENED : Effect.REPLACED;
  }

  private static String type(@Nullable Schema<?> schema) {
    String type = schema == null || ANY_TYPE.equals(schema.getFormat()) ? null : schema.getType();
    return type == null ? "" : type;
  }

  private static String format(@Nullable Schema<?> schema) {
    String format = schema == null ? null : schema.getFormat();
    return format == null || format.equals(ANY_TYPE) ? "" : format;
  }
}

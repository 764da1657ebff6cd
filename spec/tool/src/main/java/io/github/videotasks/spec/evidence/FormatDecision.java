package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The format of a field.
 *
 * <p>The format of a string is kept if all uses of the schema declare it and no value contradicts
 * it. A page that declares a string without the format admits every string: with the format,
 * generated clients would refuse its values.
 */
public final class FormatDecision {
  // A format is written into generated code as the name of a type or into a comment.
  private static final Pattern SAFE_FORMAT = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final Set<String> NUMBER_FORMATS = Set.of("float", "double", "decimal");

  // Generators read the name of another type as that type, and would send a number for a string.
  private static final Set<String> NAMES_OF_TYPES =
      Set.of(
          "array",
          "bigdecimal",
          "boolean",
          "bytearray",
          "char",
          "decimal",
          "double",
          "file",
          "float",
          "int",
          "integer",
          "list",
          "long",
          "map",
          "number",
          "object",
          "set",
          "short");

  private FormatDecision() {}

  /**
   * Returns the format.
   *
   * @param evidence the evidence of the field
   * @param type type of the field in the contract
   * @return null when the field has no format
   */
  public static @Nullable String of(FieldEvidence evidence, String type) {
    return switch (type) {
      case "integer" -> IntegerFormat.of(evidence);
      case "number" -> {
        String agreed = agreed(evidence, type);
        yield agreed == null ? "double" : agreed;
      }
      case "string" -> isFile(evidence) ? "binary" : agreed(evidence, type);
      default -> null;
    };
  }

  private static boolean isFile(FieldEvidence evidence) {
    return evidence.occurrences().isEmpty()
        && evidence.declarations().stream().anyMatch(d -> format(d).equals("binary"));
  }

  private static @Nullable String agreed(FieldEvidence evidence, String type) {
    for (DeclaredSchema declared : evidence.declarations()) {
      String format = format(declared);
      if (!format.isEmpty()) {
        return reasonAgainst(evidence, format, type) == null ? format : null;
      }
    }
    return null;
  }

  /** Returns why the contract cannot have a declared format; null when it can. */
  static @Nullable String reasonAgainst(
      FieldEvidence evidence, String format, @Nullable String type) {
    if (format.equals("binary") && "string".equals(type) && !evidence.occurrences().isEmpty()) {
      return "an example shows a text at " + evidence.occurrences().get(0).location();
    }
    if (type == null || !isFormatOf(format, type)) {
      return type == null ? "the field has no type" : "it is not a format of the type " + type;
    }
    List<DeclaredSchema> declarations = evidence.declarations();
    for (DeclaredSchema declared : declarations) {
      if (!format(declared).isEmpty() && !format(declared).equals(format)) {
        return "another declaration has another format at "
            + declared.document().location(declared.schema(), "format");
      }
    }
    DeclaredSchema lacking = KeywordCoverage.firstWithout(declarations, d -> !format(d).isEmpty());
    if (lacking != null) {
      return "another declaration lacks it at " + lacking.location();
    }
    for (Occurrence shown : evidence.occurrences()) {
      if (!admits(format, shown.value())) {
        return "an example shows another value at " + shown.location();
      }
    }
    for (DeclaredSchema declared : declarations) {
      if (type.equals("string") && !declared.schema().path("enum").isEmpty()) {
        return "an enum lists the values at "
            + declared.document().location(declared.schema(), "enum");
      }
      if (!admits(format, declared.schema().path("default"))) {
        return "the default differs at "
            + declared.document().location(declared.schema(), "default");
      }
    }
    return null;
  }

  private static boolean isFormatOf(String format, String type) {
    return switch (type) {
      case "integer" -> Set.of("int32", "int64").contains(format);
      case "number" -> NUMBER_FORMATS.contains(format);
      case "string" ->
          SAFE_FORMAT.matcher(format).matches()
              && !format.equals("binary")
              && !NAMES_OF_TYPES.contains(format.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private static boolean admits(String format, JsonNode value) {
    return value.isNumber()
        ? !format.equals("float") || isFloat(value)
        : !value.isTextual() || StringFormat.admits(format, value.textValue());
  }

  /** Returns whether a 32-bit number keeps all digits of a value. */
  private static boolean isFloat(JsonNode value) {
    String text = Float.toString(value.floatValue());
    return Float.isFinite(value.floatValue())
        && new BigDecimal(text).compareTo(value.decimalValue()) == 0;
  }

  private static String format(DeclaredSchema declared) {
    return declared.schema().path("format").asText();
  }
}

package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The format of an integer. It is {@code int64} unless all pages that declare the integer restrict
 * it to 32 bits: stock generators read an integer without a format as one of 32 bits, and a value
 * that exceeds it loses the whole response.
 */
final class IntegerFormat {
  private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
  // All values of these formats are 32-bit integers.
  private static final Set<String> INT32_FORMATS =
      Set.of("int32", "int16", "int8", "uint16", "uint8");

  private IntegerFormat() {}

  /**
   * Returns the format of a field that is an integer.
   *
   * <p>A page restricts the integer by the format {@code int32} or by a lower and an upper limit. A
   * value beyond 32 bits, in an example or a declaration, contradicts all of them.
   */
  static String of(FieldEvidence evidence) {
    List<DeclaredSchema> integers =
        evidence.declarations().stream().filter(IntegerFormat::isInteger).toList();
    boolean restricted =
        !integers.isEmpty()
            && integers.stream().allMatch(declared -> isRestricted(declared.schema()))
            && KeywordCoverage.isComplete(
                evidence.declarations(), declared -> isRestricted(declared.schema()))
            && evidence.declarations().stream().allMatch(d -> hasOnlyInt32Values(d.schema()))
            && evidence.occurrences().stream().allMatch(shown -> isInt32(shown.value()));
    return restricted ? "int32" : "int64";
  }

  private static boolean isInteger(DeclaredSchema declared) {
    return declared.types().contains("integer") || isRestricted(declared.schema());
  }

  private static boolean isRestricted(JsonNode schema) {
    JsonNode minimum = schema.path("minimum");
    JsonNode maximum = schema.path("maximum");
    return INT32_FORMATS.contains(schema.path("format").asText())
        || (minimum.isNumber() && maximum.isNumber() && isInt32(minimum) && isInt32(maximum));
  }

  private static boolean hasOnlyInt32Values(JsonNode schema) {
    for (String keyword : List.of("enum", "examples")) {
      for (JsonNode value : schema.path(keyword)) {
        if (!isInt32(value)) {
          return false;
        }
      }
    }
    return !schema.path("format").asText().equals("int64")
        && List.of("default", "example", "const", "minimum", "maximum").stream()
            .allMatch(keyword -> isInt32(schema.path(keyword)));
  }

  /** Returns whether a value is within 32 bits; true for a value that is not a number. */
  private static boolean isInt32(JsonNode value) {
    if (!value.isNumber()) {
      return true;
    }
    BigDecimal number = value.decimalValue();
    return number.compareTo(INT_MIN) >= 0 && number.compareTo(INT_MAX) <= 0;
  }
}

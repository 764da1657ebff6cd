package io.github.videotasks.client.runtime;

/**
 * Number that Moshi writes as the given text, because it writes the result of {@link #toString}
 * unchanged. The text may also be any other JSON value.
 */
final class RawJsonNumber extends Number {
  private static final long serialVersionUID = 1L;

  private final String text;

  RawJsonNumber(String text) {
    this.text = text;
  }

  /** Returns a Long if its decimal form equals the text, else the text. */
  static Object toSlot(String text) {
    int digits = text.startsWith("-") ? text.length() - 1 : text.length();
    if (digits <= Utf8JsonLexer.MAX_LONG_DIGITS) {
      try {
        Long whole = Long.valueOf(text);
        return whole.toString().equals(text) ? whole : text;
      } catch (NumberFormatException notWhole) {
        return text;
      }
    }
    return text;
  }

  @Override
  public int intValue() {
    return (int) longValue();
  }

  @Override
  public long longValue() {
    Long whole = PropertyTypes.LONG.parse(text);
    return whole == null ? (long) doubleValue() : whole;
  }

  @Override
  public float floatValue() {
    return Float.parseFloat(text);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  @Override
  public String toString() {
    return text;
  }
}

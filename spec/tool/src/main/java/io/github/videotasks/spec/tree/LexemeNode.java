package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A JSON number node that keeps the digits of the page.
 *
 * <p>Jackson's own decimal node keeps the value but may write other digits ({@code 1E+3} for {@code
 * 1000.0}); an example is evidence, so its text must not change.
 */
public final class LexemeNode extends NumericNode {
  private static final long serialVersionUID = 1L;

  /** The number as the page has it. */
  private final String lexeme;

  /** The same number, to compare it. */
  private final BigDecimal value;

  /**
   * Creates a node.
   *
   * @param lexeme a number in JSON syntax
   */
  public LexemeNode(String lexeme) {
    this.lexeme = lexeme;
    this.value = new BigDecimal(lexeme);
  }

  @Override
  public JsonToken asToken() {
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  public JsonParser.NumberType numberType() {
    return JsonParser.NumberType.BIG_DECIMAL;
  }

  @Override
  public boolean isFloatingPointNumber() {
    return true;
  }

  @Override
  public boolean isBigDecimal() {
    return true;
  }

  @Override
  public Number numberValue() {
    return value;
  }

  @Override
  public int intValue() {
    return value.intValue();
  }

  @Override
  public long longValue() {
    return value.longValue();
  }

  @Override
  public double doubleValue() {
    return value.doubleValue();
  }

  @Override
  public BigDecimal decimalValue() {
    return value;
  }

  @Override
  public BigInteger bigIntegerValue() {
    return value.toBigInteger();
  }

  @Override
  public boolean canConvertToInt() {
    return inRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public boolean canConvertToLong() {
    return inRange(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private boolean inRange(long low, long high) {
    return value.compareTo(BigDecimal.valueOf(low)) >= 0
        && value.compareTo(BigDecimal.valueOf(high)) <= 0;
  }

  @Override
  public String asText() {
    return lexeme;
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
    out.writeNumber(lexeme);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LexemeNode node && node.lexeme.equals(lexeme);
  }

  @Override
  public int hashCode() {
    return lexeme.hashCode();
  }
}

package io.github.videotasks.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are expensive to convert keep their text and are not converted. */
class NumberLengthTest {

  private static final String LONGEST = "9".repeat(1_000);

  @Test
  void convertsNumberOfThousandDigits() {
    JsonValue number = JsonValue.parse(LONGEST);
    assertThat(number.asDecimal()).isEqualTo(new BigDecimal(LONGEST));
    assertThat(JsonValue.parse("1e1000").asDecimal()).isEqualTo(new BigDecimal("1e1000"));
    assertThat(JsonValue.parse("1.50e-998").asDecimal()).isEqualTo(new BigDecimal("1.50e-998"));
    assertThat(JsonValue.parse("1" + "0".repeat(997) + "e-9").asLong()).isNull();
    assertThat(JsonValue.parse("100e-2").asLong()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-1001", "1e999999999", "-1e-999999999", "1e99999999999"})
  void doesNotConvertNumberWithHugeExponent(String text) {
    JsonValue number = JsonValue.parse(text);
    assertThat(number.asDecimal()).isNull();
    assertThat(number.asLong()).isNull();
    assertThat(number.json()).isEqualTo(text);
    assertThat(number.asDouble()).isEqualTo(Double.valueOf(text));
  }

  @Test
  void doesNotConvertNumberOfMoreDigits() {
    JsonValue number = JsonValue.parse(LONGEST + "9");
    assertThat(number.asDecimal()).isNull();
    assertThat(JsonValue.parse("1" + "0".repeat(1_000) + "e-1000").asLong()).isNull();
    assertThat(number.asNumberText()).isEqualTo(LONGEST + "9");
    assertThat(number.asDouble()).isInfinite();
  }

  @Test
  void rawNumberOfManyDigitsHasNoWholeValue() {
    assertThat(new RawJsonNumber(LONGEST + "9").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(new RawJsonNumber("1e2").longValue()).isEqualTo(100);
  }

  @Test
  void rejectsLongNumberFromBuilder() {
    assertThat(PropertyTypes.DECIMAL.fromJava(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThatThrownBy(() -> PropertyTypes.DECIMAL.fromJava(new BigDecimal("1e1001")))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(
            "expected a number of at most 1000 digits, found precision 1 and scale -1001; round"
                + " it");
    assertThatThrownBy(() -> PropertyTypes.DECIMAL.fromJava(new BigDecimal(LONGEST + "9")))
        .isInstanceOf(JsonDataException.class);
  }

  /** A tree of Java values has no type for such a number that is cheap to create. */
  @Test
  void writesLongNumberAsStringIntoJavaValues() {
    assertThat(toJavaValue("1.50")).isEqualTo(new BigDecimal("1.50"));
    assertThat(toJavaValue(LONGEST + "9")).isEqualTo(LONGEST + "9");
    assertThat(toJavaValue("1e999999999")).isEqualTo("1e999999999");
  }

  private static @Nullable Object toJavaValue(String number) {
    Moshi moshi = new Moshi.Builder().add(new NoModels()).build();
    return moshi.adapter(JsonValue.class).toJsonValue(JsonValue.parse(number));
  }

  private static final class NoModels extends ModelRegistry {
    @Override
    protected @Nullable ModelAdapter<?> find(Type type) {
      return null;
    }
  }
}

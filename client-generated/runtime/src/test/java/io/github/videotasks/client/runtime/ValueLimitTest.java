package io.github.videotasks.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit on the number of values that {@link JsonValue#parse(okio.BufferedSource, int)} has. */
class ValueLimitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1",
        "[]|1",
        "{}|1",
        "[1]|1",
        "[1,2]|2",
        "{\"a\":[1,2],\"b\":{}}|4",
        "[[],[[]]]|3"
      })
  void countsValues(String json, int values) throws IOException {
    assertThat(JsonValue.parse(new Buffer().writeUtf8(json), values).json()).isEqualTo(json);
    if (values > 1) {
      assertThatThrownBy(() -> JsonValue.parse(new Buffer().writeUtf8(json), values - 1))
          .isInstanceOf(ValueLimitException.class)
          .hasMessageStartingWith("expected at most " + (values - 1) + " values at path $");
    }
  }

  @Test
  void doesNotCountWhatIsInsideStrings() throws IOException {
    String json = "\"[1,2,{\\\"a\\\":3},4]\"";
    assertThat(JsonValue.parse(new Buffer().writeUtf8(json), 1).json()).isEqualTo(json);
  }

  @Test
  void stopsAtTheLimitBeforeTheTextEnds() {
    Buffer endless = new Buffer().writeUtf8("[1,2,3,");
    assertThatThrownBy(() -> JsonValue.parse(endless, 3)).isInstanceOf(ValueLimitException.class);
  }

  @Test
  void skipsByteOrderMark() throws IOException {
    assertThat(JsonValue.parse(new Buffer().writeUtf8("\ufeff[1]"), 9).json()).isEqualTo("[1]");
  }

  @Test
  void rejectsTextAfterTheValue() {
    assertThatThrownBy(() -> JsonValue.parse(new Buffer().writeUtf8("{} {}"), 9))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("expected JSON: ");
  }
}

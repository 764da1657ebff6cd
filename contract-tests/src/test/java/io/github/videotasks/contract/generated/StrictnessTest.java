package io.github.videotasks.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no answer at all fails, and the message says where. */
class StrictnessTest {
  private static final String ZEROS =
      "000000000000000000000000000000000000000000000000000000000000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "``                            | $",
        "{                             | $.",
        "{\"id\":                      | $.id",
        "{\"id\":\"a                   | $.id",
        "{\"detail\":{\"url\":\"https: | $.detail.url",
        "{\"x\":[1,2                   | $.x[2]",
      })
  void refusesTruncatedText(String json, String path) {
    assertThatThrownBy(() -> Json.task(json))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageEndingWith(" at path " + path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null    | NULL",
        "[]      | BEGIN_ARRAY",
        "\"x\"   | STRING",
        "7       | NUMBER",
      })
  void refusesAnotherValueThanAnObject(String json, String found) {
    assertThatThrownBy(() -> Json.task(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("expected an object (VideoTask), found " + found + " at path $");
  }

  @Test
  void refusesTextAfterTheValue() {
    assertThatThrownBy(() -> Json.task("{\"id\":\"a\",\"status\":\"p\"} x"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageContaining("at path $");
  }

  @Test
  void refusesNestingPastTheCapOfMoshi() {
    String json = "{\"x\":" + "[".repeat(300) + "]".repeat(300) + "}";

    assertThatThrownBy(() -> Json.task(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $.x[0][0]");
  }

  /** A known limit of Moshi 1.15.2; once it is gone, so can be the word of it in ModelAdapter. */
  @ParameterizedTest
  @ValueSource(strings = {"184467440737095516160", "1" + ZEROS + "00"})
  void refusesWholeNumbersThatMoshiTakesForOctalOnes(String number) {
    assertThatThrownBy(() -> Json.task("{\"x\":" + number + "}"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageEndingWith(" at path $.x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18446744073709551616", "1" + ZEROS + "0"})
  void readsTheirNeighbours(String number) throws IOException {
    assertThat(Json.text(Json.task("{\"x\":" + number + "}"))).isEqualTo("{\"x\":" + number + "}");
  }
}

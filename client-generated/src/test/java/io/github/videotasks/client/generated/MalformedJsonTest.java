package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.Types;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that is not a JSON object fails, and the message contains path and byte offset. */
class MalformedJsonTest {
  private static final String ZEROS =
      "000000000000000000000000000000000000000000000000000000000000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                | the JSON text ends early at path $, byte 0",
        "{                                 | the JSON text ends early at path $, byte 1",
        "{\"id\":                          | the JSON text ends early at path $.id, byte 6",
        "{\"id\":\"a                       | the JSON text ends early at path $.id, byte 8",
        "{\"id\":\"a\\u00                 | the JSON text ends early at path $.id, byte 12",
        "{\"id\":\"a\",\"sta               | the JSON text ends early at path $.id, byte 14",
        "{\"detail\":{\"url\":\"https:     | the JSON text ends early at path $.detail.url, byte"
            + " 24",
        "{\"x\":[1,2                       | the JSON text ends early at path $.x[1], byte 9",
        "{\"x\":[1,{\"y\":-                | the JSON text ends early at path $.x[1].y, byte 14",
        "{\"x\":tru                        | the JSON text ends early at path $.x, byte 8",
        "`  {\"id\":`                      | the JSON text ends early at path $.id, byte 8",
      })
  void reportsPositionOfTruncation(String json, String message) {
    assertThatThrownBy(() -> TaskJson.parseBytes(json))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"a\",}               | expected a name in quotes at path $.id, byte 10",
        "{\"id\" \"a\"}                | expected ':' at path $.id, byte 6",
        "{\"id\":\"a\" \"b\"}          | expected ',' or '}' at path $.id, byte 10",
        "{\"x\":[1}                    | expected ',' or ']' at path $.x[0], byte 7",
        "{\"x\":[1,]}                  | expected a JSON value at path $.x[1], byte 8",
        "{\"x\":01}                    | expected no leading zero at path $.x, byte 5",
        "{\"x\":1.e5}                  | expected a digit at path $.x, byte 7",
        "{\"x\":1e+}                   | expected a digit at path $.x, byte 8",
        "{\"x\":-x}                    | expected a JSON value at path $.x, byte 5",
        "{\"x\":nul}                   | expected a JSON value at path $.x, byte 5",
        "{\"x\":\"\\q\"}               | expected a valid JSON escape at path $.x, byte 6",
        "{\"x\":\"\\u12g4\"}           | expected four hexadecimal digits after \\u at path $.x,"
            + " byte 6",
        "{\"detail\":{\"images\":[{},{\"é\":?}]}} | expected a JSON value at path"
            + " $.detail.images[1].é, byte 30",
        "{\"id\":\"a\"} x               | expected the end of the text after the JSON value at path"
            + " $, byte 11",
        "{\"id\":\"a\"}{}               | expected the end of the text after the JSON value at path"
            + " $, byte 10",
      })
  void reportsPositionOfSyntaxError(String json, String message) {
    assertThatThrownBy(() -> TaskJson.parseBytes(json))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessage(message);
  }

  /** The Moshi reader skips white space before the object, so offsets count from the object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":      | the JSON text ends early at path $.id, byte 6",
        "`  {\"id\":`  | the JSON text ends early at path $.id, byte 6",
        "{\"x\":tru}   | expected a JSON value at path $.x, byte 5",
        "{\"x\":'}'}   | expected a JSON value at path $.x, byte 5",
        "{\"x\":1 /* } */} | expected ',' or '}' at path $.x, byte 7",
      })
  void reportsPositionWithinObjectFromMoshiReader(String json, String message) {
    assertThatThrownBy(() -> TaskJson.parse(json))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessage(message);
  }

  @Test
  void reportsPositionWithinMoshiList() {
    JsonAdapter<List<VideoTask>> tasks =
        ApiClient.moshi().adapter(Types.newParameterizedType(List.class, VideoTask.class));

    assertThatThrownBy(() -> tasks.fromJson("[{},{\"detail\":{\"url\":yes}}]"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessage("expected a JSON value at path $[1].detail.url, byte 17");
  }

  @Test
  void masksUrlsAndLineBreaksInMessages() {
    String json = "{\"https://v.example/a?sig=secret\\n\u2028\":?}";

    assertThatThrownBy(() -> TaskJson.parseBytes(json))
        .hasMessageStartingWith("expected a JSON value at path $.https://v.example/a?***")
        .hasMessageNotContainingAny("secret", "\n", "\u2028");
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
  void rejectsNonObject(String json, String found) {
    assertThatThrownBy(() -> TaskJson.parse(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("expected an object (VideoTask), found " + found + " at path $");
  }

  @Test
  void rejectsTrailingText() {
    assertThatThrownBy(() -> TaskJson.parse("{\"id\":\"a\",\"status\":\"p\"} x"))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageContaining("at path $");
  }

  @Test
  void rejectsNestingBeyondLimit() {
    String json = "{\"x\":" + "[".repeat(300) + "]".repeat(300) + "}";

    assertThatThrownBy(() -> TaskJson.parse(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("nested deeper than 255 levels at path $.x[0][0]")
        .hasMessageEndingWith("[0][0], byte 259");
  }

  @Test
  void acceptsMaximumNestingDepth() throws IOException {
    String json = "{\"x\":" + "[".repeat(254) + "]".repeat(254) + "}";

    assertThat(TaskJson.write(TaskJson.parse(json))).isEqualTo(json);
  }

  /** Moshi 1.15 parses some of these as octal numbers and rejects them (Moshi issue 1529). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "184467440737095516160",
        "18446744073709551616",
        "1" + ZEROS + "0",
        "1" + ZEROS + "00",
        "-9223372036854775808",
        "-9223372036854775809",
        "999999999999999999",
        "1000000000000000000",
      })
  void readsIntegersOfAnyLength(String number) throws IOException {
    String json = "{\"x\":" + number + ",\"progress\":" + number + "}";

    assertThat(TaskJson.write(TaskJson.parse(json))).isEqualTo(json);
    assertThat(TaskJson.write(TaskJson.parseBytes(json))).isEqualTo(json);
  }
}

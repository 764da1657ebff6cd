package io.github.videotasks.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON parser of the client accepts the same texts as Moshi's strict reader and returns the
 * same values.
 */
class MoshiEquivalenceTest {
  /** Moshi's own adapter. It returns maps, lists, strings, doubles, booleans and nulls. */
  private static final JsonAdapter<Object> MOSHI =
      new Moshi.Builder().build().adapter(Object.class);

  private static final String ALPHABET = "{}[]:,\"\\/ \n\t01289.-+eEtrufalsn'u#;=<\u00e9\u4e2d\0";

  @Provide
  Arbitrary<String> anyJson() {
    return JsonArbitraries.values();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261126")
  void readsLikeMoshi(@ForAll("anyJson") String json) {
    assertThat(parseWithClient(json)).isEqualTo(parseWithMoshi(json));
  }

  /** Replaces, deletes or inserts one character of a valid text. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE, seed = "20261127")
  void readsOrRejectsMutatedJsonLikeMoshi(@ForAll("anyJson") String json, @ForAll long seed) {
    Random random = new Random(seed);
    int at = random.nextInt(json.length());
    char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    String changed =
        switch (random.nextInt(3)) {
          case 0 -> json.substring(0, at) + other + json.substring(at + 1);
          case 1 -> json.substring(0, at) + json.substring(at + 1);
          default -> json.substring(0, at) + other + json.substring(at);
        };

    assertThat(parseWithClient(changed)).as(changed).isEqualTo(parseWithMoshi(changed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulll",
        "NULL",
        "True",
        "fAlSe",
        "tru\u00e9",
        "[",
        "]",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1;2]",
        "[1,\n2]",
        "{",
        "}",
        "{}",
        "{ }",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{\"a\":1}x",
        "{} {}",
        "\"",
        "\"a",
        "\"a\"",
        "'a'",
        "\"\\",
        "\"\\\"",
        "\"\\u12\"",
        "\"\\u12345\"",
        "\"\\u00E9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\x\"",
        "\"\\'\"",
        "\"\\/\"",
        "\"\\b\\f\\n\\r\\t\"",
        "\"\t\"",
        "\"\n\"",
        "\"\0\"",
        "\"\u007f\"",
        "\"\u2028\"",
        "0",
        "-0",
        "-",
        "00",
        "01",
        "-01",
        "1.",
        ".5",
        "-.5",
        "1.5",
        "1.50",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "1e",
        "1e+",
        "1.e5",
        "+1",
        "0x10",
        "1f",
        "1L",
        "1_0",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "-1e400",
        "1e-400",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "// x\n1",
        "/* x */1",
        "1/* x */",
        "#x",
        "\ufeff1",
        "1\0",
        "\u00a01",
        "[1]]",
        "[\"a\",\"b\"]",
        "{\"\":{\"\":[]}}",
        ")]}'\n{}",
      })
  void readsOrRejectsLikeMoshi(String json) {
    assertThat(parseWithClient(json)).isEqualTo(parseWithMoshi(json));
  }

  private static @Nullable Object parseWithClient(String json) {
    JsonValue value;
    try {
      value = JsonValue.parse(json);
    } catch (JsonDataException e) {
      return "rejected";
    }
    try {
      // Moshi rejects numbers whose double is infinite; the client keeps them as text.
      return MOSHI.fromJson(value.json());
    } catch (IOException | JsonDataException e) {
      return "rejected";
    }
  }

  private static @Nullable Object parseWithMoshi(String json) {
    try {
      return MOSHI.fromJson(json);
    } catch (IOException | JsonDataException e) {
      return "rejected";
    }
  }
}

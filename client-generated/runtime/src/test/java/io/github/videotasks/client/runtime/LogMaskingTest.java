package io.github.videotasks.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking reads each character a constant number of times, whatever the text is. */
class LogMaskingTest {

  /** What the patterns of the masking start with, repeat, or end at. */
  private static final String[] PIECES = {
    "\\", "\\\\", "\\\"", "/", "\\/", "%", "%25", "25", "2f", "%2f", "%252F", "%3f", "%3D", "?",
    "#", ";", "=", "&", "@", ":", "u002f", "\\u002f", "\\u003f", "\\u003d", "\\u0026", "&#x2f;",
    "&#47;", "&#x3d;", "sig", "sig=", "token", "se", "key", "bearer", "bearer ", "sk-", "a", "x.y",
    " ", "<", "\"", "http://", "//u:p@"
  };

  private static final List<Consumer<CharSequence>> STEPS =
      List.of(LogMasking::maskUrls, LogMasking::maskParameters, LogMasking::maskApiKeys);

  private static final int LENGTH = 2_000;

  /** Reads for each character; the masking has fewer than ten patterns. */
  private static final int MAX_READS = 60;

  private static long reads(Consumer<CharSequence> step, String text) {
    CountingCharSequence counted = new CountingCharSequence(text);
    step.accept(counted);
    return counted.reads();
  }

  private static String grown(String start, String piece, String end, int length) {
    return start + piece.repeat(length / piece.length() + 1) + end;
  }

  private static void assertLinear(String start, String piece, String end) {
    String text = grown(start, piece, end, LENGTH);
    String doubled = grown(start, piece, end, 2 * LENGTH);
    for (Consumer<CharSequence> step : STEPS) {
      long reads = reads(step, text);
      assertThat(reads).isLessThanOrEqualTo((long) MAX_READS * text.length());
      assertThat(reads(step, doubled)).isLessThanOrEqualTo(reads * 9 / 4);
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(5).map(it -> String.join("", it));
  }

  @Property
  void readsGrowWithTheTextOnly(
      @ForAll("hostile") String start,
      @ForAll("hostile") String piece,
      @ForAll("hostile") String end) {
    assertLinear(start, piece, end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\",
        "\\\\u",
        "\\/",
        "/",
        "%",
        "%2",
        "%25",
        "%2f",
        "%252f",
        "?",
        "=",
        "sig=",
        "sig\\",
        "\"",
        "\\\"",
        "&#x2f;",
        "bearer ",
        "sk-",
        "sk-a",
        "//a@",
        "//\\",
        "\\u002f",
        "\\u003f",
        "%3f",
        " ",
        "a%2F/\\/sig@",
        " x"
      })
  void readsEachRepeatedPieceOnce(String piece) {
    assertLinear("", piece, "");
    assertLinear("http://h/p?sig=", piece, "=");
    assertLinear("\\/\\/", piece, "@");
  }

  /** The control: the count shows a pattern that reads a run again from each of its characters. */
  @Test
  void countsReadsOfQuadraticPattern() {
    Consumer<CharSequence> quadratic =
        text -> assertThat(Pattern.compile("\\\\+/").matcher(text).find()).isFalse();

    long reads = reads(quadratic, "\\".repeat(LENGTH));

    assertThat(reads).isGreaterThan((long) MAX_READS * LENGTH);
    assertThat(reads(quadratic, "\\".repeat(2 * LENGTH))).isGreaterThan(reads * 7 / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://u:p@h/v?a=b | https://***@h/v?***",
        "https:\\\\/\\\\/u:p@h | https:\\\\/\\\\/***@h",
        "%2f%2f%2fu@h | %2f%2f***@h",
        "%2f%2fa/%2f%2fu@h | %2f%2fa/%2f***@h",
        "//a//u@h | //a//***@h",
        "//@//u@h@i | //@//***@h@i",
        "\\\\\\\\u003fa=b | \\\\\\\\u003f***",
        "a\\\\\\\\u0023b\\\\u003dc | a\\\\\\\\u0023***",
        "\\\\\\\\\\\\\\\\ | \\\\\\\\\\\\\\\\",
        "a%25252fb%252525 | a%25252fb%252525",
        "a%25253fb%25253Dc | a%25253f***",
        "sig\\\\\\\\u003dabc | sig\\\\\\\\u003d***",
        "bearer   abcd efgh | bearer   *** efgh",
      })
  void masksEscapedForms(String text, String shown) {
    assertThat(LogMasking.maskSecrets(text)).isEqualTo(shown);
  }

  @Test
  void shortensTextOfBackslashes() {
    assertThat(JsonValue.of("\\".repeat(8_192)))
        .hasToString("\"" + "\\".repeat(79) + "... (16386 characters)");
  }

  /** A key of any length would be repeated in the message of each element below it. */
  @Test
  void shortensKeysInMismatches() {
    PropertyType<?> type = PropertyTypes.map(PropertyTypes.list(PropertyTypes.STRING));
    JsonValue value = JsonValue.parse("{\"" + "k".repeat(5_000) + "\":[" + "1,".repeat(99) + "1]}");
    List<String> messages = new ArrayList<>();

    type.mismatches("$", type.fromJson(value), messages);

    assertThat(messages)
        .hasSize(100)
        .startsWith(
            "$." + "k".repeat(80) + "... (5000 characters)[0]: expected string, found number");
  }
}

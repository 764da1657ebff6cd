package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Excerpts hold no secrets, and each character is read a constant number of times. */
class MaskedExcerptTest {

  /** What the patterns of the masking start with, repeat, or end at. */
  private static final String[] PIECES = {
    "\\",
    "\\/",
    "/",
    "//",
    "%",
    "%20",
    "%3d",
    "\\u003d",
    "&#x3d;",
    "&#0",
    "&amp;",
    "?",
    "=",
    ":",
    "&",
    "@",
    "+",
    "bearer",
    "Bearer ",
    "sk-",
    "key-",
    "sig",
    "sig=",
    "token:",
    "x-amz-",
    "X-Amz-Date",
    "-",
    "api_key",
    "a",
    "1",
    " ",
    "\"",
    "'",
    "<",
    ",",
    "\u2028"
  };

  private static final int LENGTH = 2_000;

  /** Reads for each character by one rule. */
  private static final int MAX_READS = 60;

  private static long reads(Consumer<CharSequence> step, String text) {
    ReadCounter counted = new ReadCounter(text);
    step.accept(counted);
    return counted.reads;
  }

  @Test
  void doesNotCutCharacterInHalf() {
    assertThat(MaskedExcerpt.of("ab\ud83d\ude00cd", 3)).isEqualTo("ab…");
    assertThat(MaskedExcerpt.of("ab\ud83d\ude00cd", 4)).isEqualTo("ab\ud83d\ude00…");
    assertThat(MaskedExcerpt.of("ab\ud83d\ude00", 4)).isEqualTo("ab\ud83d\ude00");
  }

  private static final class ReadCounter implements CharSequence {
    private final String text;
    private long reads;

    private ReadCounter(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      reads += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      reads += text.length();
      return text;
    }
  }

  private static void assertLinear(Consumer<CharSequence> step, String text, String doubled) {
    long reads = reads(step, text);
    assertThat(reads).isLessThanOrEqualTo((long) MAX_READS * text.length());
    assertThat(reads(step, doubled)).isLessThanOrEqualTo(reads * 9 / 4);
  }

  private static void assertLinear(String start, String piece, String end) {
    int times = LENGTH / piece.length() + 1;
    String text = start + piece.repeat(times) + end;
    String doubled = start + piece.repeat(2 * times) + end;
    for (MaskedExcerpt.MaskingRule rule : MaskedExcerpt.RULES) {
      assertLinear(rule::mask, text, doubled);
    }
    assertLinear(EscapeDecoder::decodeOnce, text, doubled);
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
        "\\", "/", "//", "%", "%20", "+", "?", "=", "bearer ", "bearer+", "sk-", "x-amz-", "X-AMZ-",
        "sig", "sig ", "sig\" ", "a", "-", "a-", "&#0", "&#x0", "\\u0", " ", "@", "//a"
      })
  void readsEachRepeatedPieceOnce(String piece) {
    assertLinear("", piece, "");
    assertLinear("bearer ", piece, "\"");
    assertLinear("//sig", piece, "=1@");
  }

  /** The control: the count shows a pattern that reads a run again from each of its parts. */
  @Test
  void countsReadsOfQuadraticPattern() {
    Pattern quadratic = Pattern.compile("x-amz-[a-z-]+=");
    Consumer<CharSequence> find = text -> assertThat(quadratic.matcher(text).find()).isFalse();
    int times = LENGTH / 6;

    long reads = reads(find, "x-amz-".repeat(times));

    assertThat(reads).isGreaterThan((long) MAX_READS * LENGTH);
    assertThat(reads(find, "x-amz-".repeat(2 * times))).isGreaterThan(reads * 7 / 2);
  }

  @Test
  void readsOnlyTheStartOfLongText() {
    String start = "a ".repeat(40);

    assertThat(MaskedExcerpt.of(start + "//u@".repeat(9_999), 10))
        .isEqualTo(MaskedExcerpt.of(start + "sig=".repeat(8), 10))
        .isEqualTo("a a a a a …");
  }

  /** The end of what was read may be the first part of a secret. */
  @Test
  void hidesLastWordOfShrunkenText() {
    String letter = "\\u0025\\u0034\\u0031";

    assertThat(MaskedExcerpt.of("no " + letter.repeat(100), 60)).isEqualTo("no …");
    assertThat(MaskedExcerpt.of("no " + letter.repeat(3), 60)).isEqualTo("no AAA");
  }

  /** A run of separators may be as long as an excerpt; matching it must not recurse. */
  @Test
  void readsLongRunOfSeparators() {
    String separators = "%20+ ".repeat(50_000);

    assertThat(MaskedExcerpt.of("Bearer" + separators + "abc", 1_000_000)).isEqualTo("Bearer …");
  }

  /** A part of the key would be shown, and the whole key would not be found in it. */
  @Test
  void findsNamedSecretBeforeTextIsCut() {
    String secret = "canary-key-4711-0815";
    String split = String.join("\u200b".repeat(99), secret.split(""));

    assertThat(MaskedExcerpt.withoutSecret(secret, "no " + split + " end", 20))
        .isEqualTo("no … end");
    assertThat(MaskedExcerpt.withoutSecret("short", "no shorter SHORT", 20))
        .isEqualTo("no …er SHORT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer%20abc d | Bearer … d",
        "bearer+%20 abc | Bearer …",
        "forbearer abc | forbearer abc",
        "X-Amz-Signature=abc&a=b | X-Amz-Signature=…&a=b",
        "my-x-amz-x-amz-date: abc, d | my-x-amz-x-amz-date=… d",
        "x-amz- | x-amz-",
        "x-amz-date | x-amz-date",
        "x-amz-sig=abc | x-amz-sig=…",
        "my-token=abc | my-token=…",
        "api_key : abc | api_key=…",
        "//a/u:p@h | //a/u:p@h",
        "http://u:p@h/v?a=b | http://…@h/v?…",
        "sk-abcde | sk-abcde",
        "sk-abcdef,a | …,a",
        "SK-ABCDEF,A | …,A",
      })
  void masks(String text, String shown) {
    assertThat(MaskedExcerpt.of(text, 80)).isEqualTo(shown);
  }
}

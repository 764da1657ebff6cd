package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {

  private static final String KEY = "sk-Canary+Key/4711-0815==?>~";
  private static final SecretRedactor REDACTOR = new SecretRedactor(KEY);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(bytes(text));
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String eachCharacter(String format, String text) {
    return text.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static String split(String text, String separator) {
    return String.join(separator, text.split(""));
  }

  static Stream<String> forms() {
    String nested = percent(percent(percent(percent(KEY))));
    return Stream.of(
        KEY,
        KEY.toLowerCase(Locale.ROOT),
        KEY.toUpperCase(Locale.ROOT),
        hex(KEY),
        hex(KEY).toUpperCase(Locale.ROOT),
        percent(KEY),
        percent(KEY).toLowerCase(Locale.ROOT),
        nested,
        eachCharacter("%%%02x", KEY),
        eachCharacter("\\u%04X", KEY),
        eachCharacter("\\x%02x", KEY),
        eachCharacter("\\\\u%04x", KEY),
        eachCharacter("&#%d;", KEY),
        eachCharacter("&#x%04X;", KEY),
        KEY.replace("/", "\\/").replace(">", "&gt;"),
        split(KEY, "\u200b"),
        split(KEY, "\u00ad\u2060\ufeff"),
        split(KEY, "\n\t "),
        split(KEY, "\ud83d\ude00"),
        split(KEY, "%E2%80%8B"),
        split(KEY, "\\u200b"),
        split(KEY, "&#8203;"),
        split(KEY, "&zwnj;"),
        percent(split(KEY, "\u200b")),
        split(hex(KEY), "\u200d"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void redactsForm(String form) {
    assertThat(REDACTOR.redact("a " + form + " z")).isEqualTo("a … z");
    assertThat(REDACTOR.redact("\"" + form + form + "\"")).isEqualTo("\"…\"");
    assertThat(REDACTOR.redact("100% & \\o/ " + form)).isEqualTo("100% & \\o/ …");
  }

  /** What is left of a Base64 text has less than one byte of the key at each side. */
  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:", "Bearer "})
  void redactsBase64AtEachOffset(String before) {
    byte[] text = bytes(before + KEY + "!");
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      String encoded = encoder.encodeToString(text);
      String redacted = REDACTOR.redact(encoded);
      int kept = (before.length() * 8 + 5) / 6;
      assertThat(redacted).startsWith(encoded.substring(0, kept) + "…");
      assertThat(redacted.substring(kept + 1)).hasSizeLessThanOrEqualTo(4);
    }
    String lines = Base64.getMimeEncoder(8, bytes("\r\n")).encodeToString(text);
    assertThat(REDACTOR.redact(lines)).hasSizeLessThan(before.length() * 2 + 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sk-Canary+Key/4711-0815==?>",
        "k-Canary+Key/4711-0815==?>~",
        "sk-Canary+Key 4711-0815==?>~",
        "sk-Canary.Key/4711-0815==?>~",
        "a text, 100 % of it: \\u12 &#; &amp %zz \\",
      })
  void keepsOtherTexts(String text) {
    assertThat(REDACTOR.redact(text)).isSameAs(text);
  }

  @Test
  void redactsKeyAfterItsOwnStart() {
    assertThat(REDACTOR.redact("sk-Canary+sk-sk-Canary+Key/" + KEY + KEY.substring(0, 9)))
        .isEqualTo("sk-Canary+sk-sk-Canary+Key/…sk-Canary");
  }

  @Test
  void rejectsShortSecretWithoutPrintingIt() {
    assertThatThrownBy(() -> new SecretRedactor("canary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected a secret of at least 16 visible ASCII characters, found 6")
        .hasMessageNotContaining("canary");
  }

  /** A period in the key makes every naive search go back at each character. */
  private static final SecretRedactor PERIODIC = new SecretRedactor("a".repeat(60) + "b");

  private static final int LENGTH = 4_000;

  /** Four passes at most, each of which reads a character to search it and to decode it. */
  private static final int MAX_READS = 40;

  private static long reads(String text) {
    CountedText counted = new CountedText(text);
    PERIODIC.find(counted);
    return counted.reads();
  }

  private static void assertLinear(UnaryOperator<String> grown, String piece) {
    String text = grown.apply(piece.repeat(LENGTH / piece.length() + 1));
    String doubled = grown.apply(piece.repeat(2 * (LENGTH / piece.length() + 1)));
    long reads = reads(text);
    assertThat(reads).isLessThanOrEqualTo((long) MAX_READS * text.length());
    assertThat(reads(doubled)).isLessThanOrEqualTo(reads * 9 / 4 + 200);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "a",
            "aaaa",
            "b",
            "%",
            "%25",
            "%61",
            "\\",
            "\\\\",
            "\\u0061",
            "\\x61",
            "&",
            "&#",
            "&#97;",
            "&amp;",
            "&aaaaaaaa",
            ";",
            "\u200b",
            " ",
            "6161",
            "YWFh",
            "FhY",
            "hYW")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(it -> String.join("", it));
  }

  @Property
  void readsGrowWithTheTextOnly(@ForAll("hostile") String start, @ForAll("hostile") String piece) {
    assertLinear(it -> start + it, piece);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a\u200b", "%25", "%2", "\\", "&", "&#1", "&a", "6161", "\u200b"})
  void readsEachRepeatedPieceOnce(String piece) {
    assertLinear(it -> "aaa" + it + "b", piece);
  }

  /** Counts how often a character is read. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private long reads;

    private CountedText(String text) {
      this.text = text;
    }

    long reads() {
      return reads;
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
      return text;
    }
  }
}

package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputMaskerTest {

  private final OutputMasker masker = new OutputMasker(" my-own-token\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no task for my-own-token | no task for …",
        "found https://a.example/v.mp4?sig=abc here | found https://a.example/v.mp4?… here",
        "found https://a.example/v.mp4%3Fsig%3Dabc | found https://a.example/v.mp4?…",
        "found https://a.example/v.mp4\\u003fsig=abc | found https://a.example/v.mp4?…",
        "found https://me:secret@a.example/v | found https://…@a.example/v",
        "Authorization: Bearer abcdef | Authorization: Bearer …"
      })
  void masksSecrets(String text, String shown) {
    assertThat(masker.mask(text)).isEqualTo(shown);
  }

  /** Input: Pact's message about a text that does not match a regular expression. */
  @Test
  void describesUrlRegexInWords() {
    assertThat(masker.mask("Expected '1' to match '^https?://\\S+$'"))
        .isEqualTo("Expected '1' to match 'an http or https URL'");
  }

  @Test
  void describesOnlyCompleteUrlRegexes() {
    assertThat(OutputMasker.describeUrlRegexes("^https?://a ^https?://b^https?://c$ $d"))
        .isEqualTo("^https?://a an http or https URL $d");
  }

  /** A text with many starts and no end is read once. */
  @Test
  void readsEachCharacterAFewTimes() {
    String text = "^https?://".repeat(1_000);
    AtomicLong reads = new AtomicLong();

    assertThat(OutputMasker.describeUrlRegexes(counting(text, reads))).isEqualTo(text);

    assertThat(reads).hasValueLessThan(10L * text.length());
  }

  private static CharSequence counting(String text, AtomicLong reads) {
    return (CharSequence)
        Proxy.newProxyInstance(
            OutputMaskerTest.class.getClassLoader(),
            new Class<?>[] {CharSequence.class},
            (proxy, method, arguments) -> {
              reads.incrementAndGet();
              return method.invoke(text, arguments);
            });
  }

  @Test
  void truncatesTo400Characters() {
    assertThat(masker.mask("a ".repeat(400))).isEqualTo("a ".repeat(200) + "…");
  }

  @Test
  void keepsTextWithoutToken() {
    assertThat(new OutputMasker(null).mask("no task for my-own-token"))
        .isEqualTo("no task for my-own-token");
    assertThat(new OutputMasker(" ").mask("a b")).isEqualTo("a b");
  }
}

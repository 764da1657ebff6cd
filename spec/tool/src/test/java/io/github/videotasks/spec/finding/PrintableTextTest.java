package io.github.videotasks.spec.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  /** A review shows two values that differ only in line ends. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\n", "\na", "a\n\nb\n"})
  void keepsEveryLineFeed(String text) {
    assertThat(PrintableText.lines(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\u0085b", "a\u2028b", "a\u001bb", "a\u202eb"})
  void escapesEveryOtherCharacterThatIsNotSeen(String text) {
    assertThat(PrintableText.lines(text)).matches("a\\\\u[0-9A-F]{4}b");
  }
}

package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedValueTest {

  private final ExpectedValue values = new ExpectedValue(new OutputMasker(null));

  /** An emoji takes two places in a text, and is not cut in half. */
  @ParameterizedTest
  @CsvSource({"a, 80, 80, ''", "a, 81, 80, …", "😀, 40, 40, ''", "😀, 50, 40, …", "😀, 200, 40, …"})
  void showsTheStartOfLongText(String character, int length, int shown, String end) {
    assertThat(values.describe(character.repeat(length))).isEqualTo(character.repeat(shown) + end);
  }
}

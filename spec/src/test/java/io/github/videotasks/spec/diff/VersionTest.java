package io.github.videotasks.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({"MAJOR,2.0.0", "MINOR,1.10.0", "PATCH,1.9.4", "NONE,1.9.3"})
  void isFollowedByTheNextOfAStep(Step step, String next) {
    assertThat(new Version(1, 9, 3).next(step)).hasToString(next);
  }

  @ParameterizedTest
  @CsvSource({"1.9.3,1.10.0", "1.9.3,2.0.0", "1.9.9,1.9.10"})
  void isOrderedByNumbers(String lower, String higher) {
    assertThat(Version.of(lower)).isLessThan(Version.of(higher));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0", "v1.0.0", "1.0.0-SNAPSHOT", "1.0.0\n", "1.0.9999999999"})
  void isNoOtherText(String text) {
    assertThat(Version.of(text)).isNull();
  }
}

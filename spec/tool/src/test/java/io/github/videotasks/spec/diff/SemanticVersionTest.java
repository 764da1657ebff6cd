package io.github.videotasks.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
  @ParameterizedTest
  @CsvSource({"MAJOR,2.0.0", "MINOR,1.10.0", "PATCH,1.9.4", "NONE,1.9.3"})
  void bumpsLevel(SemverLevel step, String next) {
    assertThat(new SemanticVersion(1, 9, 3).bump(step)).hasToString(next);
  }

  @ParameterizedTest
  @CsvSource({"1.9.3,1.10.0", "1.9.3,2.0.0", "1.9.9,1.9.10"})
  void comparesNumerically(String lower, String higher) {
    assertThat(SemanticVersion.parse(lower)).isLessThan(SemanticVersion.parse(higher));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0", "v1.0.0", "1.0.0-SNAPSHOT", "1.0.0\n", "1.0.9999999999"})
  void returnsNullForInvalidText(String text) {
    assertThat(SemanticVersion.parse(text)).isNull();
  }
}

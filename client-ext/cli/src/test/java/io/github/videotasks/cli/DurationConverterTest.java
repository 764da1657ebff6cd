package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Durations of options, and durations that are shown. */
class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({"250ms, 250", "90s, 90000", "20m, 1200000", "2h, 7200000", "PT1M30S, 90000"})
  void readsDuration(String text, long millis) {
    assertThat(converter.convert(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "-1s", "5", "1d", "PT0S", "PT-5S", "1.5h", "99999999999s"})
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("expected a positive duration such as 90s");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0:00", "7, 0:07", "750, 12:30", "3723, 1:02:03", "360000, 100:00:00"})
  void showsMinutesAndSeconds(long seconds, String text) {
    assertThat(ShortTime.of(Duration.ofSeconds(seconds))).isEqualTo(text);
  }
}

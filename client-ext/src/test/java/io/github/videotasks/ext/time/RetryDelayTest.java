package io.github.videotasks.ext.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pause before a retry. */
class RetryDelayTest {

  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(2));
  private static final Instant NOW = Instant.parse("2015-10-21T07:27:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "' 7 ', PT7S",
    "86400, PT24H",
    "99999999999999999999, PT596523H14M7S",
    "'Wed, 21 Oct 2015 07:28:00 GMT', PT1M",
    "'Wed, 21 Oct 2015 07:26:00 GMT', PT0S",
    "-1, ",
    "1.5, PT1.5S",
    "' 0.25 ', PT0.25S",
    "2.0, PT2S",
    "0.0000000019, PT0.000000001S",
    "99999999999999999999.5, PT596523H14M7S",
    "-1.5, ",
    "1., ",
    ".5, ",
    "'1,5', ",
    "1.5.5, ",
    "1.5s, ",
    "1e3, ",
    "\u0661, ",
    "soon, ",
    "'', ",
    "'Wed, 41 Oct 2015 07:28:00 GMT', ",
  })
  void parsesRetryAfter(String header, @Nullable Duration expected) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
  }

  @Test
  void returnsNullWithoutHeader() {
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, 250, 500", "2, 500, 1000", "4, 2000, 4000", "5, 4000, 8000", "99, 4000, 8000"})
  void doublesDelayWithJitterUpToMaximum(int sent, long from, long to) {
    for (int i = 0; i < 200; i++) {
      assertThat(BACKOFF.delayAfter(sent, null, i))
          .isBetween(Duration.ofMillis(from), Duration.ofMillis(to));
    }
  }

  /** Clients that failed together, with close values of the clock, do not come back together. */
  @Test
  void differsForEachSeedAndRepeatsForTheSame() {
    Set<Duration> pauses =
        LongStream.range(0, 100)
            .mapToObj(seed -> BACKOFF.delayAfter(9, null, seed))
            .collect(Collectors.toSet());
    assertThat(pauses).hasSizeGreaterThan(90);
    assertThat(BACKOFF.delayAfter(9, null, 7)).isEqualTo(BACKOFF.delayAfter(9, null, 7));
  }

  @Test
  void honorsRetryAfterAsMinimum() {
    assertThat(BACKOFF.delayAfter(1, Duration.ofSeconds(20), 1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(BACKOFF.delayAfter(1, Duration.ZERO, 1))
        .isGreaterThanOrEqualTo(Duration.ofMillis(250));
  }

  @Test
  void capsRetryAfter() {
    assertThat(BACKOFF.delayAfter(1, Duration.ofDays(1), 1)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void countsNoFailureAsOne() {
    assertThat(BACKOFF.delayAfter(0, null, 1))
        .isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
  }
}

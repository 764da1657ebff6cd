package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

  private static final Instant DATABASE = Instant.parse("2026-01-01T00:00:00Z");
  private static final long MILLI = 1_000_000;

  private final AtomicLong nanos = new AtomicLong(5);

  @Test
  void aWallClockThatIsMinutesWrongDecidesNothing() {
    DatabaseClock clock = new DatabaseClock(nanos::get, DATABASE.plus(Duration.ofMinutes(10)));
    clock.onReading(DATABASE, nanos.get(), nanos.get() + 2 * MILLI);
    assertThat(clock.now()).isEqualTo(DATABASE.minusMillis(1));
    nanos.addAndGet(5_000 * MILLI);
    assertThat(clock.now()).isEqualTo(DATABASE.plusMillis(4_999));
  }

  @Test
  void ignoresALessExactReadingThatAgrees() {
    DatabaseClock clock = new DatabaseClock(nanos::get, DATABASE);
    clock.onReading(DATABASE, 5, 5);
    nanos.addAndGet(1_000 * MILLI);
    clock.onReading(DATABASE.plusMillis(1_100), nanos.get(), nanos.get() + 300 * MILLI);
    assertThat(clock.now()).isEqualTo(DATABASE.plusSeconds(1));
  }

  @Test
  void followsAClockThatWasSet() {
    DatabaseClock clock = new DatabaseClock(nanos::get, DATABASE);
    clock.onReading(DATABASE, 5, 5);
    clock.onReading(DATABASE.plusSeconds(3), 5, 5 + 100 * MILLI);
    assertThat(clock.now()).isEqualTo(DATABASE.plusSeconds(3).minusMillis(50));
  }
}

package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Options that a node or the database could not use later. */
class DurableOptionsTest {

  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  private final DurableGateway gateway = DurableGateway.of("g", TestNode.always("completed"));
  private final DurableWaitsBuilder builder = DurableWaits.on(new HikariDataSource(), gateway);

  @Test
  void aRetentionHasALimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.finishedRetention(FOREVER))
        .withMessageStartingWith("finishedRetention: expected 1 ms to 36500 days, found PT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.outboxRetention(Duration.ofNanos(1)))
        .withMessage("outboxRetention: expected 1 ms to 36500 days, found PT0.000000001S");
  }

  @Test
  void aHeartbeatHasALimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.heartbeat(FOREVER))
        .withMessageStartingWith("heartbeat: expected PT0.1S to PT1H, found PT");
  }

  @Test
  void aPollTimeoutIsLessThanADay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gateway.withPollTimeout(FOREVER))
        .withMessageStartingWith("gateway g: expected a positive pollTimeout of less than a day");
  }

  @Test
  void aRateIsLongEnoughForAnInterval() {
    assertThatIllegalArgumentException().isThrownBy(() -> gateway.withRequestsPerSecond(1e-300));
    assertThat(gateway.withRequestsPerSecond(1e-6).intervalMicros()).isEqualTo(1_000_000_000_000L);
  }
}

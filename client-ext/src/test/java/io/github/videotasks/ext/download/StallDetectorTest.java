package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallDetectorTest {

  private final VirtualTime time = new VirtualTime();
  private final AtomicLong bytes = new AtomicLong();
  private final List<String> events = new ArrayList<>();
  private final StallDetector stallDetector =
      new StallDetector(
          time,
          Duration.ofMillis(250),
          Duration.ofSeconds(30),
          bytes::get,
          number -> events.add(number + " bytes"),
          () -> events.add("stalled"));

  @Test
  void reportsAtMostOncePerInterval() {
    stallDetector.start();
    for (int i = 1; i <= 100; i++) {
      bytes.addAndGet(7);
      time.advance(Duration.ofMillis(10));
    }
    assertThat(events).containsExactly("175 bytes", "350 bytes", "525 bytes", "700 bytes");
  }

  @Test
  void reportsNoValueTwice() {
    stallDetector.start();
    bytes.set(5);
    time.advance(Duration.ofSeconds(2));
    stallDetector.reportFinal(5);
    assertThat(events).containsExactly("5 bytes");
  }

  @Test
  void reportsStallOnceAndStops() {
    stallDetector.start();
    bytes.set(5);
    time.advance(Duration.ofMillis(250));
    time.advance(Duration.ofMillis(29_999));
    assertThat(events).containsExactly("5 bytes");
    time.advance(Duration.ofMillis(1));
    assertThat(events).containsExactly("5 bytes", "stalled");
    assertThat(time.pendingCalls()).isZero();
  }

  @Test
  void measuresStallFromStart() {
    time.advance(Duration.ofDays(1));
    stallDetector.start();
    time.advance(Duration.ofMillis(29_999));
    assertThat(events).isEmpty();
  }

  @Test
  void leavesNoScheduledCalls() {
    stallDetector.start();
    stallDetector.stop();
    time.advance(Duration.ofDays(1));
    assertThat(events).isEmpty();
    assertThat(time.pendingCalls()).isZero();
  }
}

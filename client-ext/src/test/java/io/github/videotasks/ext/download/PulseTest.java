package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

  private final VirtualTime time = new VirtualTime();
  private final AtomicLong bytes = new AtomicLong();
  private final List<String> heard = new ArrayList<>();
  private final Pulse pulse =
      new Pulse(
          time,
          Duration.ofMillis(250),
          Duration.ofSeconds(30),
          bytes::get,
          number -> heard.add(number + " bytes"),
          () -> heard.add("stalled"));

  @Test
  void tellsAtMostOnceAnInterval() {
    pulse.start();
    for (int i = 1; i <= 100; i++) {
      bytes.addAndGet(7);
      time.pass(Duration.ofMillis(10));
    }
    assertThat(heard).containsExactly("175 bytes", "350 bytes", "525 bytes", "700 bytes");
  }

  @Test
  void tellsNothingTwice() {
    pulse.start();
    bytes.set(5);
    time.pass(Duration.ofSeconds(2));
    pulse.tellLast(5);
    assertThat(heard).containsExactly("5 bytes");
  }

  @Test
  void findsAStallOnceAndStops() {
    pulse.start();
    bytes.set(5);
    time.pass(Duration.ofMillis(250));
    time.pass(Duration.ofMillis(29_999));
    assertThat(heard).containsExactly("5 bytes");
    time.pass(Duration.ofMillis(1));
    assertThat(heard).containsExactly("5 bytes", "stalled");
    assertThat(time.pending()).isZero();
  }

  @Test
  void countsAStallFromItsStart() {
    time.pass(Duration.ofDays(1));
    pulse.start();
    time.pass(Duration.ofMillis(29_999));
    assertThat(heard).isEmpty();
  }

  @Test
  void leavesNoAlarmBehind() {
    pulse.start();
    pulse.stop();
    time.pass(Duration.ofDays(1));
    assertThat(heard).isEmpty();
    assertThat(time.pending()).isZero();
  }
}

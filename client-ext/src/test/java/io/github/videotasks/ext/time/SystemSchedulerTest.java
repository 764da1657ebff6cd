package io.github.videotasks.ext.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemSchedulerTest {

  @Test
  void blockingCallDelaysNoOther() throws Exception {
    try (SystemScheduler scheduler = new SystemScheduler()) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch second = new CountDownLatch(1);
      CountDownLatch released = new CountDownLatch(1);
      scheduler.schedule(
          Duration.ZERO,
          () -> {
            started.countDown();
            awaitQuietly(second);
            released.countDown();
          });
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

      scheduler.schedule(Duration.ofMillis(1), second::countDown);

      assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(second.getCount()).isZero();
    }
  }

  @Test
  void dropsCallsAfterClose() {
    SystemScheduler scheduler = new SystemScheduler();
    scheduler.close();
    Scheduler.ScheduledCall call =
        scheduler.schedule(
            Duration.ZERO,
            () -> {
              throw new IllegalStateException("expected no call after close()");
            });
    assertThatNoException().isThrownBy(call::cancel);
  }

  @Test
  void acceptsLongestDelay() {
    try (SystemScheduler scheduler = new SystemScheduler()) {
      Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
      assertThatNoException().isThrownBy(() -> scheduler.schedule(longest, () -> {}).cancel());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("expected the second call within 30 s, found none");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

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
    try (SystemScheduler timekeeper = new SystemScheduler()) {
      CountDownLatch began = new CountDownLatch(1);
      CountDownLatch second = new CountDownLatch(1);
      CountDownLatch released = new CountDownLatch(1);
      timekeeper.schedule(
          Duration.ZERO,
          () -> {
            began.countDown();
            awaitQuietly(second);
            released.countDown();
          });
      assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();

      timekeeper.schedule(Duration.ofMillis(1), second::countDown);

      assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(second.getCount()).isZero();
    }
  }

  @Test
  void dropsCallsAfterClose() {
    SystemScheduler timekeeper = new SystemScheduler();
    timekeeper.close();
    Scheduler.ScheduledCall alarm =
        timekeeper.schedule(
            Duration.ZERO,
            () -> {
              throw new IllegalStateException("expected no alarm");
            });
    assertThatNoException().isThrownBy(alarm::cancel);
  }

  @Test
  void acceptsLongestDelay() {
    try (SystemScheduler timekeeper = new SystemScheduler()) {
      Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
      assertThatNoException().isThrownBy(() -> timekeeper.schedule(longest, () -> {}).cancel());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("expected the other alarm meanwhile, found none");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

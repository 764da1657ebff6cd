package io.github.videotasks.ext.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A listener of an application cannot stop the threads that report to it. */
class QueuedTelemetryTest {

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  private @Nullable String next() throws InterruptedException {
    return received.poll(30, TimeUnit.SECONDS);
  }

  /** Blocks in its first event until it is released. */
  private final class BlockingListener implements TelemetryListener {
    @Override
    public void onCallbacksSaturated(int queued, int running) {
      entered.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      received.add(queued + " " + Thread.currentThread().getName());
    }

    @Override
    public void onEventsDropped(long count) {
      received.add("dropped " + count);
    }
  }

  @Test
  void dropsAndCountsEventsOfBlockedListener() throws Exception {
    TelemetryListener queued = QueuedTelemetry.of(new BlockingListener(), 2);
    queued.onCallbacksSaturated(0, 1);
    entered.await();
    for (int event = 1; event <= 5; event++) {
      queued.onCallbacksSaturated(event, 1); // returns although the listener is blocked
    }
    release.countDown();

    assertThat(List.of(next(), next(), next(), next()))
        .containsExactly(
            "0 video-tasks-telemetry",
            "dropped 3",
            "1 video-tasks-telemetry",
            "2 video-tasks-telemetry");
  }

  @Test
  void countsExceptionsOfListener() throws Exception {
    TelemetryListener queued =
        QueuedTelemetry.of(
            new TelemetryListener() {
              @Override
              public void onCallbacksSaturated(int waiting, int running) {
                received.add("event " + waiting);
                throw new AssertionError("thrown by the listener of this test");
              }

              @Override
              public void onEventsDropped(long count) {
                received.add("dropped " + count);
                throw new AssertionError("thrown by the listener of this test");
              }
            });

    queued.onCallbacksSaturated(1, 1);
    queued.onCallbacksSaturated(2, 1);

    assertThat(List.of(next(), next(), next())).containsExactly("event 1", "dropped 1", "event 2");
  }

  @Test
  void needsNoThreadWithoutListener() {
    assertThat(QueuedTelemetry.of(TelemetryListener.none())).isSameAs(TelemetryListener.none());
  }
}

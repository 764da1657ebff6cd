package io.github.videotasks.ext.download;

import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Detects a stalled transfer and reports progress: it reads the number of received bytes at a fixed
 * interval. The thread that transfers the bytes does no extra work and reads no clock.
 */
final class StallDetector {

  private final Scheduler scheduler;
  private final Duration interval;
  private final Duration stallTimeout;
  private final LongSupplier byteCount;
  private final LongConsumer onProgress;
  private final Runnable onStall;

  private Scheduler.@Nullable ScheduledCall nextCheck;
  private boolean stopped;
  private long lastByteCount;
  private long lastReported;
  private long changedAt;

  /**
   * Creates a detector that is not started.
   *
   * @param progressInterval the time between two checks, unless the stall timeout is shorter
   * @param byteCount supplies the number of received bytes
   * @param onProgress is called with the number of bytes if it has changed since the last call
   * @param onStall is run once if the number of bytes has not changed for the stall timeout
   */
  StallDetector(
      Scheduler scheduler,
      Duration progressInterval,
      Duration stallTimeout,
      LongSupplier byteCount,
      LongConsumer onProgress,
      Runnable onStall) {
    this.scheduler = scheduler;
    this.interval = progressInterval.compareTo(stallTimeout) < 0 ? progressInterval : stallTimeout;
    this.stallTimeout = stallTimeout;
    this.byteCount = byteCount;
    this.onProgress = onProgress;
    this.onStall = onStall;
  }

  synchronized void start() {
    stopped = false;
    lastByteCount = byteCount.getAsLong();
    changedAt = scheduler.nanoTime();
    nextCheck = scheduler.schedule(interval, this::check);
  }

  private synchronized void check() {
    if (stopped) {
      return;
    }
    long bytes = byteCount.getAsLong();
    if (bytes != lastByteCount) {
      lastByteCount = bytes;
      changedAt = scheduler.nanoTime();
      report(bytes);
    } else if (scheduler.nanoTime() - changedAt >= stallTimeout.toNanos()) {
      stopped = true;
      onStall.run();
      return;
    }
    nextCheck = scheduler.schedule(interval, this::check);
  }

  private void report(long bytes) {
    if (bytes != lastReported) {
      lastReported = bytes;
      onProgress.accept(bytes);
    }
  }

  synchronized void stop() {
    stopped = true;
    if (nextCheck != null) {
      nextCheck.cancel();
    }
  }

  /** Reports the final number of bytes, unless it was already reported. */
  synchronized void reportFinal(long bytes) {
    report(bytes);
  }
}

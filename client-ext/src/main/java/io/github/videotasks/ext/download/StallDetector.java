package io.github.videotasks.ext.download;

import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at regular times at how many bytes have come, tells it on, and finds out when none come any
 * more. The thread that moves the bytes does nothing for it and asks no clock.
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
   * Prepares it; nothing happens before {@link #start}.
   *
   * @param news is told a number of bytes other than the last time
   * @param stalled is run once if the number has stayed the same for so long
   */
  StallDetector(
      Scheduler timekeeper,
      Duration every,
      Duration stall,
      LongSupplier bytes,
      LongConsumer news,
      Runnable stalled) {
    this.scheduler = timekeeper;
    this.interval = every.compareTo(stall) < 0 ? every : stall;
    this.stallTimeout = stall;
    this.byteCount = bytes;
    this.onProgress = news;
    this.onStall = stalled;
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
    long now = byteCount.getAsLong();
    if (now != lastByteCount) {
      lastByteCount = now;
      changedAt = scheduler.nanoTime();
      report(now);
    } else if (scheduler.nanoTime() - changedAt >= stallTimeout.toNanos()) {
      stopped = true;
      onStall.run();
      return;
    }
    nextCheck = scheduler.schedule(interval, this::check);
  }

  private void report(long now) {
    if (now != lastReported) {
      lastReported = now;
      onProgress.accept(now);
    }
  }

  synchronized void stop() {
    stopped = true;
    if (nextCheck != null) {
      nextCheck.cancel();
    }
  }

  /** Tells the number at the end, if it has not been told. */
  synchronized void reportFinal(long number) {
    report(number);
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.ext.polling.Timekeeper;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at regular times at how many bytes have come, tells it on, and finds out when none come any
 * more. The thread that moves the bytes does nothing for it and asks no clock.
 */
final class Pulse {

  private final Timekeeper timekeeper;
  private final Duration every;
  private final Duration stall;
  private final LongSupplier bytes;
  private final LongConsumer news;
  private final Runnable stalled;

  private Timekeeper.@Nullable Alarm next;
  private boolean stopped;
  private long seen;
  private long told;
  private long changedAt;

  /**
   * Prepares it; nothing happens before {@link #start}.
   *
   * @param news is told a number of bytes other than the last time
   * @param stalled is run once if the number has stayed the same for so long
   */
  Pulse(
      Timekeeper timekeeper,
      Duration every,
      Duration stall,
      LongSupplier bytes,
      LongConsumer news,
      Runnable stalled) {
    this.timekeeper = timekeeper;
    this.every = every.compareTo(stall) < 0 ? every : stall;
    this.stall = stall;
    this.bytes = bytes;
    this.news = news;
    this.stalled = stalled;
  }

  synchronized void start() {
    stopped = false;
    seen = bytes.getAsLong();
    changedAt = timekeeper.nanoTime();
    next = timekeeper.schedule(every, this::beat);
  }

  private synchronized void beat() {
    if (stopped) {
      return;
    }
    long now = bytes.getAsLong();
    if (now != seen) {
      seen = now;
      changedAt = timekeeper.nanoTime();
      tell(now);
    } else if (timekeeper.nanoTime() - changedAt >= stall.toNanos()) {
      stopped = true;
      stalled.run();
      return;
    }
    next = timekeeper.schedule(every, this::beat);
  }

  private void tell(long now) {
    if (now != told) {
      told = now;
      news.accept(now);
    }
  }

  synchronized void stop() {
    stopped = true;
    if (next != null) {
      next.cancel();
    }
  }

  /** Tells the number at the end, if it has not been told. */
  synchronized void tellLast(long number) {
    tell(number);
  }
}

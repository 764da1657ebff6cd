package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.polling.SystemTimekeeper;
import io.github.videotasks.ext.polling.Timekeeper;
import java.time.Duration;

/** Real time that runs faster, for rows with pauses against a real socket. */
final class FastTime implements Timekeeper, AutoCloseable {

  static final int FACTOR = 20;

  private final SystemTimekeeper real = new SystemTimekeeper();

  @Override
  public long nanoTime() {
    return real.nanoTime() * FACTOR;
  }

  @Override
  public Alarm schedule(Duration delay, Runnable task) {
    return real.schedule(delay.dividedBy(FACTOR), task);
  }

  @Override
  public void close() {
    real.close();
  }
}

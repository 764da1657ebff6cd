package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.time.Scheduler;
import io.github.videotasks.ext.time.SystemScheduler;
import java.time.Duration;

/**
 * Scheduler whose time runs {@value #SPEEDUP} times faster, for tests with real sockets and delays.
 */
final class AcceleratedScheduler implements Scheduler, AutoCloseable {

  static final int SPEEDUP = 20;

  private final SystemScheduler delegate = new SystemScheduler();

  @Override
  public long nanoTime() {
    return delegate.nanoTime() * SPEEDUP;
  }

  @Override
  public ScheduledCall schedule(Duration delay, Runnable task) {
    return delegate.schedule(delay.dividedBy(SPEEDUP), task);
  }

  @Override
  public void close() {
    delegate.close();
  }
}

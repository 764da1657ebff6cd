package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The clock and the timer of one process. Its monotonic clock has an origin of its own. After a
 * crash none of its scheduled calls runs.
 */
public final class SimulatedProcess implements Scheduler {

  private final SeededScheduler scheduler;
  private final String name;
  private final long origin;
  private final SimulatedExecutor callbacks;
  private boolean alive = true;
  private int pendingCalls;

  /**
   * Creates a running process.
   *
   * @param origin the value of {@link #nanoTime} at the start of the history
   * @param random decides the order of callbacks
   */
  public SimulatedProcess(
      SeededScheduler scheduler, String name, long origin, SplittableRandom random) {
    this.scheduler = scheduler;
    this.name = name;
    this.origin = origin;
    callbacks = new SimulatedExecutor(scheduler, this, random, Integer.MAX_VALUE);
  }

  /** Wraps around if the origin is close to the largest number, as {@link System#nanoTime} may. */
  @Override
  public long nanoTime() {
    return scheduler.nanoTime() + origin;
  }

  @Override
  public Instant now() {
    return scheduler.wallClock();
  }

  @Override
  public ScheduledCall schedule(Duration delay, Runnable task) {
    if (!alive) {
      return () -> {};
    }
    pendingCalls++;
    SeededScheduler.Event event =
        scheduler.schedule(
            delay.toNanos(),
            this,
            () -> {
              pendingCalls--;
              task.run();
            });
    return () -> {
      if (event.cancel()) {
        pendingCalls--;
      }
    };
  }

  /** Returns an executor with a thread for each callback. */
  @Override
  public SimulatedExecutor callbackExecutor() {
    return callbacks;
  }

  /** Ends the process without any clean-up, as {@code kill -9} does. */
  void crash() {
    alive = false;
  }

  boolean isAlive() {
    return alive;
  }

  /** Returns the number of scheduled calls that have neither run nor been cancelled. */
  public int pendingCalls() {
    return pendingCalls;
  }

  @Override
  public String toString() {
    return name;
  }
}

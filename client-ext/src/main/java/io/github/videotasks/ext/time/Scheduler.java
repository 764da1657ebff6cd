package io.github.videotasks.ext.time;

import java.time.Duration;
import java.time.Instant;

/** The clock and the alarm of all waits. One serves every task; none has a thread of its own. */
public interface Scheduler {

  /** Nanoseconds from an arbitrary start, never going back, as {@link System#nanoTime}. */
  long nanoTime();

  /** The time of the day, which may jump: only for what answers and headers tell as dates. */
  default Instant now() {
    return Instant.now();
  }

  /**
   * Runs a short task once, later, on a thread of the timekeeper's choice.
   *
   * @param delay from now on; zero means as soon as possible
   * @return takes the task back, if it has not begun
   */
  ScheduledCall schedule(Duration delay, Runnable task);

  /**
   * As {@link #schedule}, for a task that neither blocks nor runs code of others, so that it may
   * run on the thread of the clock itself: a thousand of these a second need no other thread.
   */
  default ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
    return schedule(delay, task);
  }

  /** A task that will run later. */
  @FunctionalInterface
  interface ScheduledCall {
    /** Takes the task back. Without effect if it has begun or was taken back before. */
    void cancel();
  }
}

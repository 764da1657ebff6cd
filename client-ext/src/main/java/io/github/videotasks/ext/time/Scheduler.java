package io.github.videotasks.ext.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Clock and timer. One scheduler serves all poll loops of a client, without a thread per task. */
public interface Scheduler {

  /** {@return nanoseconds since an arbitrary origin, monotonic as {@link System#nanoTime}} */
  long nanoTime();

  /** {@return the wall-clock time, which may jump; only to compare with dates in responses} */
  default Instant now() {
    return Instant.now();
  }

  /**
   * Runs a task once after a delay, on a thread that the scheduler chooses.
   *
   * @param delay zero or more; zero means as soon as possible
   * @param task may block for a short time; does not run code of the caller
   * @return the handle to cancel the task
   */
  ScheduledCall schedule(Duration delay, Runnable task);

  /**
   * Runs a task as {@link #schedule}, but possibly on the timer thread itself, so that a thousand
   * such tasks per second need no other thread.
   *
   * @param delay zero or more; zero means as soon as possible
   * @param task must not block
   * @return the handle to cancel the task
   */
  default ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
    return schedule(delay, task);
  }

  /**
   * Returns the executor of callbacks for clients that set none. A scheduler of a test returns one
   * to run the callbacks on the thread of the test as well.
   *
   * @return null for the default of the client, as here
   */
  default @Nullable Executor callbackExecutor() {
    return null;
  }

  /** Handle of a scheduled task. */
  @FunctionalInterface
  interface ScheduledCall {
    /** Cancels the task. Has no effect if it has started or was cancelled before. */
    void cancel();
  }
}

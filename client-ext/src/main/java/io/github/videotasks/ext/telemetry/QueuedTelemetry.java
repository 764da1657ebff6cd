package io.github.videotasks.ext.telemetry;

import io.github.videotasks.ext.time.DaemonThreads;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls the listener of an application on one thread, with a bounded queue, so that a listener that
 * blocks or fails stops neither a request nor a wait. Its methods return at once and do not throw.
 */
public final class QueuedTelemetry implements TelemetryListener {

  /** A few seconds of a busy client; at most a megabyte. */
  private static final int CAPACITY = 8_192;

  private static final long KEEP_ALIVE_SECONDS = 5;

  private static final System.Logger LOG = System.getLogger(QueuedTelemetry.class.getName());

  private final TelemetryListener listener;
  private final ThreadPoolExecutor thread;

  /** Events that the listener did not receive, or received with an exception. */
  private final AtomicLong dropped = new AtomicLong();

  private QueuedTelemetry(TelemetryListener listener, int capacity) {
    this.listener = listener;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(capacity),
            DaemonThreads.factory("video-tasks-telemetry"));
    // Needs no shutdown, so the events of a close are delivered too.
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * {@return a listener that queues its events for another one}
   *
   * @param listener the listener of the application; {@link TelemetryListener#none} is returned
   *     unchanged
   */
  public static TelemetryListener of(TelemetryListener listener) {
    return of(listener, CAPACITY);
  }

  static TelemetryListener of(TelemetryListener listener, int capacity) {
    return listener == TelemetryListener.none()
        ? listener
        : new QueuedTelemetry(listener, capacity);
  }

  @Override
  public void onRequestStart(RequestStart start) {
    submit(() -> listener.onRequestStart(start));
  }

  @Override
  public void onRequestEnd(RequestEnd end) {
    submit(() -> listener.onRequestEnd(end));
  }

  @Override
  public void onCallbacksSaturated(int queued, int running) {
    submit(() -> listener.onCallbacksSaturated(queued, running));
  }

  @Override
  public void onEventsDropped(long count) {
    submit(() -> listener.onEventsDropped(count));
  }

  private void submit(Runnable event) {
    try {
      thread.execute(() -> deliver(event));
    } catch (RejectedExecutionException e) {
      dropped.incrementAndGet();
    }
  }

  private void deliver(Runnable event) {
    long count = dropped.getAndSet(0);
    if (count > 0) {
      call(() -> listener.onEventsDropped(count));
    }
    if (!call(event)) {
      dropped.incrementAndGet();
    }
  }

  /** Returns whether the listener returned without an exception. */
  private boolean call(Runnable event) {
    try {
      event.run();
      return true;
    } catch (Throwable e) {
      // Also checked exceptions, which Kotlin does not declare.
      LOG.log(
          Level.DEBUG,
          () ->
              "expected the telemetry listener "
                  + listener.getClass().getName()
                  + " to return, found an exception; catch it in the listener",
          e);
      return false;
    }
  }

  @Override
  public String toString() {
    return "QueuedTelemetry[" + thread.getQueue().size() + " queued]";
  }
}

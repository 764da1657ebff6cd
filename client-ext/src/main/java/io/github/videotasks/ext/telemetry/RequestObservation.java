package io.github.videotasks.ext.telemetry;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request whose start is reported. Of several ends only the first one is reported. */
public final class RequestObservation {

  private final RequestStart start;
  private final TelemetryListener listener;
  private final Scheduler clock;
  private final long startedAt;
  private final AtomicBoolean ended = new AtomicBoolean();

  RequestObservation(RequestStart start, TelemetryListener listener, Scheduler clock) {
    this.start = start;
    this.listener = listener;
    this.clock = clock;
    startedAt = clock.nanoTime();
  }

  /**
   * Reports the end of the request.
   *
   * @param httpStatus the HTTP status of the response; 0 if there was none
   * @param bytes the bytes of the response body that were read
   * @param errorKind what was wrong; null if nothing was
   */
  public void end(int httpStatus, long bytes, @Nullable ErrorKind errorKind) {
    report(httpStatus, bytes, errorKind, false);
  }

  /**
   * Reports that the request was cancelled.
   *
   * @param httpStatus the HTTP status of the response; 0 if there was none
   * @param bytes the bytes of the response body that were read until then
   */
  public void cancel(int httpStatus, long bytes) {
    report(httpStatus, bytes, null, true);
  }

  private void report(
      int httpStatus, long bytes, @Nullable ErrorKind errorKind, boolean cancelled) {
    if (ended.compareAndSet(false, true)) {
      Duration duration = Duration.ofNanos(clock.nanoTime() - startedAt);
      listener.onRequestEnd(
          new RequestEnd(start, httpStatus, errorKind, cancelled, duration, bytes));
    }
  }
}

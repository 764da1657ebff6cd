package io.github.videotasks.ext.telemetry;

import io.github.videotasks.ext.time.Scheduler;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the requests of one client and reports them to its listener. */
public final class RequestTelemetry {

  private final TelemetryListener listener;
  private final Scheduler clock;
  private final AtomicLong started = new AtomicLong();

  /**
   * Creates the reports of one client.
   *
   * @param listener is notified of each request; returns at once and does not throw
   * @param clock the source of times
   */
  public RequestTelemetry(TelemetryListener listener, Scheduler clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Reports the start of a request.
   *
   * @param operation the purpose of the request
   * @param host the host in its URL
   * @param attempt 1 for the first request of a call, poll or download
   * @return reports the end of the request
   */
  public RequestObservation start(RequestOperation operation, String host, int attempt) {
    RequestStart start =
        new RequestStart(started.incrementAndGet(), operation, host, attempt, clock.now());
    listener.onRequestStart(start);
    return new RequestObservation(start, listener, clock);
  }
}

package io.github.videotasks.ext.telemetry;

/**
 * Listener for the HTTP requests of a client, for metrics and tracing. All methods do nothing by
 * default.
 *
 * <p>Its methods are called one at a time on a thread of its own, so a method that blocks delays
 * the later events only: they are queued, and dropped when the queue is full. An exception of a
 * method is logged at DEBUG, and its event counts as dropped. The events have no trace context,
 * because waits for the same task share their requests.
 */
public interface TelemetryListener {

  /**
   * Called when a request starts.
   *
   * @param start the request
   */
  default void onRequestStart(RequestStart start) {}

  /**
   * Called once when a request has ended: with a response, an error or a cancellation.
   *
   * @param end the request and its outcome
   */
  default void onRequestEnd(RequestEnd end) {}

  /**
   * Called when all threads for callbacks are busy, so that the callbacks of ended waits are
   * queued; called again only after the queue was empty.
   *
   * @param queued the number of queued callbacks
   * @param running the number of running callbacks
   */
  default void onCallbacksSaturated(int queued, int running) {}

  /**
   * Called before the next event if events were dropped: this listener was too slow, or threw an
   * exception.
   *
   * @param count the number of dropped events since the last call, positive
   */
  default void onEventsDropped(long count) {}

  /** {@return a listener that does nothing} */
  static TelemetryListener none() {
    return NoTelemetry.INSTANCE;
  }
}

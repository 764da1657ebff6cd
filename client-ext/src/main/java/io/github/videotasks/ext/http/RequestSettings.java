package io.github.videotasks.ext.http;

import java.time.Duration;

/**
 * How one task is requested.
 *
 * @param operation the generated operation that is called
 * @param timeout the most time from the first request to the result, retries included; positive
 * @param maxRequests the most requests that are sent, repetitions included; at least 1
 */
public record RequestSettings(TaskOperation operation, Duration timeout, int maxRequests) {

  /** Returns these settings with the given timeout if that is shorter. */
  RequestSettings withTimeoutAtMost(Duration max) {
    return max.compareTo(timeout) < 0 ? new RequestSettings(operation, max, maxRequests) : this;
  }
}

package io.github.videotasks.ext.telemetry;

import io.github.videotasks.ext.error.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * End of one HTTP request. Contains neither a URL, a task id nor the API key.
 *
 * @param start the start of the same request
 * @param httpStatus the HTTP status of the response; 0 if there was none
 * @param errorKind what was wrong with the request or its response, also with HTTP 200; null if
 *     nothing was wrong or the request was cancelled
 * @param cancelled whether the caller cancelled the call, wait or download, or closed the client
 * @param duration the time from the start to the last byte of the response, or to the error
 * @param bytes the bytes of the response body that were read, after decompression; 0 if none
 */
public record RequestEnd(
    RequestStart start,
    int httpStatus,
    @Nullable ErrorKind errorKind,
    boolean cancelled,
    Duration duration,
    long bytes) {

  /**
   * {@return the outcome as one of few texts, for a tag of a metric: {@code SUCCESS}, {@code
   * CANCELLED} or the name of the kind of error}
   */
  public String outcome() {
    if (errorKind != null) {
      return errorKind.name();
    }
    return cancelled ? "CANCELLED" : "SUCCESS";
  }
}

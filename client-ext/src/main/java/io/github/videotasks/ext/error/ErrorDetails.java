package io.github.videotasks.ext.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an error.
 *
 * @param kind what went wrong
 * @param httpStatus the HTTP status of the last answer; 0 if there was none
 * @param code the gateway's code, such as {@code task_not_exist}; null if none
 * @param requestId the gateway's id of the request, for its support; null if none
 * @param attempts the requests that were sent or tried for this call, for a wait its questions; 0
 *     if none
 * @param elapsed the time from the start of the call
 * @param retryAfter how long the gateway asks to wait; null if it does not ask
 */
public record ErrorDetails(
    ErrorKind kind,
    int httpStatus,
    @Nullable String code,
    @Nullable String requestId,
    int attempts,
    Duration elapsed,
    @Nullable Duration retryAfter)
    implements Serializable {

  /** An error without an HTTP answer. */
  public static ErrorDetails of(ErrorKind kind) {
    return new ErrorDetails(kind, 0, null, null, 0, Duration.ZERO, null);
  }

  /** The same error after so many attempts and so much time. */
  public ErrorDetails withAttempts(int tried, Duration time) {
    return new ErrorDetails(kind, httpStatus, code, requestId, tried, time, retryAfter);
  }

  /** The end of a message: what support asks for. */
  String summary() {
    StringBuilder words = new StringBuilder();
    words.append(httpStatus == 0 ? "" : " HTTP " + httpStatus + ";");
    words.append(code == null ? "" : " code " + code + ";");
    words.append(requestId == null ? "" : " request id " + requestId + ";");
    words.append(attempts == 0 ? "" : " attempts: " + attempts + ";");
    words.append(elapsed.isZero() ? "" : " elapsed: " + elapsed.toMillis() + " ms;");
    return words.isEmpty() ? "" : " [" + words.substring(1, words.length() - 1) + "]";
  }
}

package io.github.videotasks.ext.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Machine-readable details of a {@link VideoTasksException}.
 *
 * @param kind the kind of error
 * @param httpStatus the HTTP status of the last response; 0 if there was none
 * @param code the gateway's error code, such as {@code task_not_exist}; null if none
 * @param requestId the gateway's request id, for its support; null if none
 * @param attempts the number of requests sent or attempted for this call; of an error that ended a
 *     wait, the number of polls of the wait; 0 if none
 * @param elapsed the time since the start of the call, or of the wait that the error ended
 * @param retryAfter the Retry-After of the gateway; null if it sent none
 * @param bodyExcerpt the beginning of the response body, masked; null if there was no response or
 *     its body was empty
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // javadoc lists serialized classes unless they have this tag
public record ErrorDetails(
    ErrorKind kind,
    int httpStatus,
    @Nullable String code,
    @Nullable String requestId,
    int attempts,
    Duration elapsed,
    @Nullable Duration retryAfter,
    @Nullable String bodyExcerpt)
    implements Serializable {

  /**
   * Creates the details of an error without a body excerpt.
   *
   * @param kind the kind of error
   * @param httpStatus the HTTP status of the last response; 0 if there was none
   * @param code the gateway's error code; null if none
   * @param requestId the gateway's request id; null if none
   * @param attempts the number of requests or polls; 0 if none
   * @param elapsed the time since the start of the call or wait
   * @param retryAfter the Retry-After of the gateway; null if it sent none
   */
  public ErrorDetails(
      ErrorKind kind,
      int httpStatus,
      @Nullable String code,
      @Nullable String requestId,
      int attempts,
      Duration elapsed,
      @Nullable Duration retryAfter) {
    this(kind, httpStatus, code, requestId, attempts, elapsed, retryAfter, null);
  }

  /**
   * {@return the details of an error without an HTTP response}
   *
   * @param kind the kind of error
   */
  public static ErrorDetails of(ErrorKind kind) {
    return new ErrorDetails(kind, 0, null, null, 0, Duration.ZERO, null, null);
  }

  /**
   * {@return a copy with another number of attempts and another elapsed time}
   *
   * @param newAttempts the number of attempts
   * @param newElapsed the time since the start of the call
   */
  public ErrorDetails withAttempts(int newAttempts, Duration newElapsed) {
    return new ErrorDetails(
        kind, httpStatus, code, requestId, newAttempts, newElapsed, retryAfter, bodyExcerpt);
  }

  /** Returns the suffix of an error message: the details that a gateway's support needs. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(httpStatus == 0 ? "" : " HTTP " + httpStatus + ";");
    text.append(code == null ? "" : " code " + code + ";");
    text.append(requestId == null ? "" : " request id " + requestId + ";");
    text.append(attempts == 0 ? "" : " attempts: " + attempts + ";");
    text.append(elapsed.isZero() ? "" : " elapsed: " + elapsed.toMillis() + " ms;");
    return text.isEmpty() ? "" : " [" + text.substring(1, text.length() - 1) + "]";
  }
}

package io.github.videotasks.ext.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Base class of all exceptions that the client throws, except {@link IllegalArgumentException} for
 * an invalid argument.
 *
 * <p>Messages state what was expected, what was found and what to do. They never contain the API
 * key or a signed URL, and at most a short masked excerpt of a response.
 */
public class VideoTasksException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorDetails details;
  private final String problem;

  /**
   * Creates an exception of this class, whatever the kind of error; see {@link #of}.
   *
   * @param problem what was expected, what was found, what to do; already masked
   * @param details the details of the error; their summary is appended to the message
   * @param cause the cause, with a message that contains no secrets; null if none
   */
  public VideoTasksException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem + details.summary(), cause);
    this.problem = problem;
    this.details = details;
  }

  /**
   * Creates an exception of the subclass that belongs to the kind of error.
   *
   * @param problem what was expected, what was found, what to do; already masked
   * @param details the details of the error; their summary is appended to the message
   * @param cause the cause, with a message that contains no secrets; null if none
   */
  public static VideoTasksException of(
      String problem, ErrorDetails details, @Nullable Throwable cause) {
    return switch (details.kind()) {
      case UNAUTHORIZED, FORBIDDEN -> new ApiKeyRejectedException(problem, details, cause);
      case TASK_NOT_FOUND -> new TaskNotFoundException(problem, details, cause);
      case RATE_LIMITED -> new RateLimitedException(problem, details, cause);
      case CONNECTION, CALL_TIMEOUT -> new ConnectionException(problem, details, cause);
      case UNREADABLE_RESPONSE, TOO_LARGE, ERROR_RESPONSE, REDIRECTED ->
          new UnexpectedResponseException(problem, details, cause);
      case NO_FILE, URL_REFUSED, URL_EXPIRED, UNEXPECTED_FILE, BROKEN_FILE, STORAGE ->
          new DownloadException(problem, details, cause);
      default -> new VideoTasksException(problem, details, cause);
    };
  }

  /** Returns a new exception with the same problem and cause and with other details. */
  public VideoTasksException withDetails(ErrorDetails newDetails) {
    return of(problem, newDetails, getCause());
  }

  public ErrorDetails details() {
    return details;
  }

  public ErrorKind kind() {
    return details.kind();
  }

  /** Returns the HTTP status of the last response; 0 if there was none. */
  public int httpStatus() {
    return details.httpStatus();
  }

  /** Returns the gateway's error code; null if none. */
  public @Nullable String code() {
    return details.code();
  }

  /** Returns the gateway's request id; null if none. */
  public @Nullable String requestId() {
    return details.requestId();
  }

  /**
   * Returns the number of requests sent or attempted for this call, or the number of polls of a
   * wait; 0 if none.
   */
  public int attempts() {
    return details.attempts();
  }

  /** Returns the time from the start of the call to this error. */
  public Duration elapsed() {
    return details.elapsed();
  }

  /** Returns true if the same call may succeed later. */
  public boolean isRetryable() {
    return kind().isRetryable();
  }
}

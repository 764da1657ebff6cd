package io.github.videotasks.ext.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The base of everything that the client throws, apart from {@link IllegalArgumentException} for an
 * argument that can never work.
 *
 * <p>Messages say what was expected, what was found and what to do. They hold no key, no signed
 * address and at most a short masked piece of an answer.
 */
public class VideoTasksException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorDetails details;
  private final String problem;

  /**
   * Describes a problem.
   *
   * @param problem what was expected, what was found, what to do; already masked
   * @param details the facts
   * @param cause the reason below, with a message free of secrets; null if none
   */
  public VideoTasksException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem + details.summary(), cause);
    this.problem = problem;
    this.details = details;
  }

  /** The exception class that callers catch for this kind. */
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

  /** The same error with other facts and the same cause. */
  public VideoTasksException withDetails(ErrorDetails other) {
    return of(problem, other, getCause());
  }

  public ErrorDetails details() {
    return details;
  }

  public ErrorKind kind() {
    return details.kind();
  }

  /** The HTTP status of the last answer; 0 if there was none. */
  public int httpStatus() {
    return details.httpStatus();
  }

  /** The gateway's code; null if none. */
  public @Nullable String code() {
    return details.code();
  }

  /** The gateway's id of the request; null if none. */
  public @Nullable String requestId() {
    return details.requestId();
  }

  /** The requests that were sent or tried for this call, for a wait its questions; 0 if none. */
  public int attempts() {
    return details.attempts();
  }

  /** The time from the start of the call to this error. */
  public Duration elapsed() {
    return details.elapsed();
  }

  /** Whether the same call may succeed later. */
  public boolean isRetryable() {
    return kind().isRetryable();
  }
}

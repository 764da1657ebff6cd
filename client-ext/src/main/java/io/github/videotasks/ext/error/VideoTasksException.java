package io.github.videotasks.ext.error;

import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.Locale;
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

  /** The details of the error. */
  private final ErrorDetails details;

  /** The message without the summary of the details. */
  private final String problem;

  // Not final, because one method sets them for all subclasses, before the exception is thrown.
  private transient @Nullable TaskState lastState;

  /** The stages of the wait that this error ended; null if it ended none. */
  private @Nullable String waitTimeline;

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
   * Creates an exception that ended a wait.
   *
   * @param problem what was expected, what was found, what to do; already masked
   * @param details the details of the error, with the polls and the elapsed time of the wait
   * @param cause the error of the last poll that failed; null if none
   * @param lastState the last response of the wait; null if there was none
   * @param waitTimeline the polls and stages of the wait, see {@link #waitTimeline}
   */
  protected VideoTasksException(
      String problem,
      ErrorDetails details,
      @Nullable Throwable cause,
      @Nullable TaskState lastState,
      String waitTimeline) {
    this(problem, details, cause);
    this.lastState = lastState;
    this.waitTimeline = waitTimeline;
  }

  /**
   * Creates an exception of the subclass that belongs to the kind of error.
   *
   * @param problem what was expected, what was found, what to do; already masked
   * @param details the details of the error; their summary is appended to the message
   * @param cause the cause, with a message that contains no secrets; null if none
   * @return the exception, for example a {@link RateLimitedException} for {@link
   *     ErrorKind#RATE_LIMITED}
   */
  public static VideoTasksException of(
      String problem, ErrorDetails details, @Nullable Throwable cause) {
    return switch (details.kind()) {
      case UNAUTHORIZED, FORBIDDEN -> new ApiKeyRejectedException(problem, details, cause);
      case TASK_NOT_FOUND -> new TaskNotFoundException(problem, details, cause);
      case RATE_LIMITED -> new RateLimitedException(problem, details, cause);
      case CONNECTION, CALL_TIMEOUT, UNKNOWN_HOST, UNTRUSTED_CERTIFICATE ->
          new ConnectionException(problem, details, cause);
      case UNREADABLE_RESPONSE,
          TOO_LARGE,
          ERROR_RESPONSE,
          REDIRECTED,
          ENDPOINT_NOT_FOUND,
          CHALLENGE ->
          new UnexpectedResponseException(problem, details, cause);
      case NO_FILE, NOT_READY, URL_REFUSED, URL_EXPIRED, UNEXPECTED_FILE, BROKEN_FILE, STORAGE ->
          new DownloadException(problem, details, cause);
      default -> new VideoTasksException(problem, details, cause);
    };
  }

  /**
   * {@return a new exception with the same problem and cause and with other details}
   *
   * @param newDetails the other details
   */
  public VideoTasksException withDetails(ErrorDetails newDetails) {
    return of(problem, newDetails, getCause()).withWait(lastState, waitTimeline);
  }

  /**
   * {@return the exception with which a wait ends because of this error} It is of the class that
   * belongs to the kind of error, its cause is this exception, and its message contains the polls,
   * the elapsed time and the stages of the wait.
   *
   * @param polls the number of polls of the wait
   * @param waited the time since the wait began
   * @param last the last response of the wait; null if there was none
   * @param timeline the polls and stages of the wait, without secrets
   */
  public VideoTasksException endingWait(
      int polls, Duration waited, @Nullable TaskState last, String timeline) {
    return of(
            problem + "; the wait has ended after " + timeline,
            details.withAttempts(polls, waited),
            this)
        .withWait(last, timeline);
  }

  private VideoTasksException withWait(@Nullable TaskState last, @Nullable String timeline) {
    lastState = last;
    waitTimeline = timeline;
    return this;
  }

  /** {@return the details of the error, for programs} */
  public ErrorDetails details() {
    return details;
  }

  /** {@return the kind of error} */
  public ErrorKind kind() {
    return details.kind();
  }

  /** {@return the HTTP status of the last response; 0 if there was none} */
  public int httpStatus() {
    return details.httpStatus();
  }

  /** {@return the gateway's error code; null if none} */
  public @Nullable String code() {
    return details.code();
  }

  /** {@return the gateway's request id; null if none} */
  public @Nullable String requestId() {
    return details.requestId();
  }

  /**
   * Returns the beginning of the response body, masked as the message is, for a log or for the
   * gateway's support.
   *
   * @return the excerpt; null if there was no response or its body was empty
   */
  public @Nullable String bodyExcerpt() {
    return details.bodyExcerpt();
  }

  /**
   * Returns the last response of the wait that this error ended.
   *
   * @return the state; null if there was no response, if the error did not end a wait, and after
   *     serialization
   */
  public @Nullable TaskState lastState() {
    return lastState;
  }

  /**
   * Returns the polls and stages of the wait that this error ended, such as {@code 7 polls, 2
   * failed; QUEUED (pending) after 0 s, RUNNING (processing) after 31 s}.
   *
   * @return the text of the timeline; null if the error did not end a wait
   */
  public @Nullable String waitTimeline() {
    return waitTimeline;
  }

  /**
   * {@return the number of requests sent or attempted for this call; of an error that ended a wait,
   * the number of polls of the wait; 0 if none}
   */
  public int attempts() {
    return details.attempts();
  }

  /** {@return the time from the start of the call, or of the wait that this error ended} */
  public Duration elapsed() {
    return details.elapsed();
  }

  /** {@return true if the same call may succeed later} */
  public boolean isRetryable() {
    return kind().isRetryable();
  }

  /** Returns class, message and the heading of the guide that describes this kind of error. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // programs compare messages; this is for readers
  public String toString() {
    return super.toString()
        + " (client-ext/TROUBLESHOOTING.md#"
        + kind().name().toLowerCase(Locale.ROOT)
        + ")";
  }
}

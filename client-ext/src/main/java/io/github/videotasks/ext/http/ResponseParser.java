package io.github.videotasks.ext.http;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.StatusReader;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.time.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Parses responses: a successful one into a task, all others into an exception.
 *
 * <p>A JSON object is a task if it has a status value, or if it contains no error and has at least
 * one property that only tasks have. {@link Envelope envelopes} are opened first. An error with
 * HTTP 200 whose code is an HTTP status is of the kind of that status.
 */
record ResponseParser(Secret key) {

  /** Real responses have a few hundred. */
  static final int MAX_VALUES = 20_000;

  private static final List<String> TASK_PROPERTIES =
      List.of(
          VideoTask.ID,
          ModerationResult.TASK_ID,
          "taskId",
          VideoTask.STATUS,
          VideoTask.DETAIL,
          VideoTask.VIDEO_URL,
          VideoTask.PROGRESS);

  /** Status values that may be about the request. */
  private static final Pattern REQUEST_ERROR = Pattern.compile("(?i)error|fail");

  /** A successful response is not a task; {@link #error} describes what it is. */
  static final class NotATaskException extends IOException {

    private static final long serialVersionUID = 1L;

    NotATaskException() {
      super("expected a task as JSON, found something else");
    }
  }

  /**
   * Parses the body of a successful response.
   *
   * @param body read to its end
   * @throws NotATaskException if it is not a task
   */
  VideoTask parse(BufferedSource body) throws IOException {
    try {
      JsonValue json = Envelope.unwrap(key.redact(JsonValue.parse(body, MAX_VALUES)));
      if (isTask(json)) {
        return VideoTask.of(json);
      }
    } catch (JsonDataException | ValueLimitException e) {
      // The response is parsed again for the message.
    }
    throw new NotATaskException();
  }

  private static boolean isTask(JsonValue json) {
    return (StatusReader.hasStatus(json) && !saysError(json))
        || (!ErrorBody.of(json).isError()
            && TASK_PROPERTIES.stream().anyMatch(json.properties()::containsKey));
  }

  /**
   * Returns whether the status is that of a request, as in {@code {status: "error", code: 429,
   * message}}: without an id, and with a code that is an HTTP status.
   */
  private static boolean saysError(JsonValue json) {
    String status = StatusReader.ownValue(json);
    return status != null
        && REQUEST_ERROR.matcher(status.strip()).matches()
        && TASK_PROPERTIES.stream()
            .noneMatch(name -> !name.equals(VideoTask.STATUS) && json.get(name) != null)
        && ErrorBody.of(json).httpStatus() != 0;
  }

  /**
   * Describes a response that is not a task.
   *
   * @param id the id that was requested
   * @return an exception of the kind that the status and the body say
   */
  VideoTasksException error(TaskId id, RawResponse response) {
    if (response.isSuccessful() && !response.complete()) {
      return tooLarge(response, "a larger one; raise maxResponseBytes(…) if that is right");
    }
    JsonValue json;
    try {
      json = key.redact(JsonValue.parse(response.source(), MAX_VALUES));
    } catch (ValueLimitException e) {
      return response.isSuccessful()
          ? tooLarge(response, "one of more than %d values".formatted(MAX_VALUES))
          : httpError(id, response, JsonValue.NULL);
    } catch (JsonDataException | IOException e) {
      return response.isSuccessful() ? notJson(response) : httpError(id, response, JsonValue.NULL);
    }
    if (!response.isSuccessful()) {
      return httpError(id, response, json);
    }
    JsonValue task = Envelope.unwrap(json);
    ErrorBody error = ErrorBody.of(task);
    return error.isError() || (task.isNull() && Envelope.isEnvelope(json))
        ? errorResponse(id, response, error)
        : unreadable(response, "a JSON " + task.kind() + " that is not a task");
  }

  private VideoTasksException httpError(TaskId id, RawResponse response, JsonValue json) {
    ErrorBody error = ErrorBody.of(json);
    ErrorKind kind = httpErrorKind(response, error);
    return exception(kind, response, error, problem(kind, id, response) + quote(response, error));
  }

  private static ErrorKind httpErrorKind(RawResponse response, ErrorBody error) {
    if (error.isTaskNotFound()) {
      return ErrorKind.TASK_NOT_FOUND;
    }
    if (response.status() == 404 && ProxyPages.isUnknownPath(response)) {
      return ErrorKind.ENDPOINT_NOT_FOUND;
    }
    return ProxyPages.isChallenge(response) ? ErrorKind.CHALLENGE : kind(response.status());
  }

  private String problem(ErrorKind kind, TaskId id, RawResponse response) {
    return switch (kind) {
      case UNAUTHORIZED ->
          "expected the gateway to accept the API key, found it rejected; check that the key is"
              + " valid and belongs to this gateway";
      case FORBIDDEN ->
          "expected permission to read task "
              + id
              + ", found none; use a key of the account that created the task";
      case TASK_NOT_FOUND ->
          "expected task "
              + id
              + ", found no such task; check the id, and that a key of the same account created it";
      case ENDPOINT_NOT_FOUND ->
          "this gateway does not have "
              + key.mask(response.request())
              + ": check baseUrl or endpoint(…)";
      case CHALLENGE ->
          "expected a response of the gateway, found a challenge for browsers (a web page) by a"
              + " proxy in front of it, such as Cloudflare; try again later, or ask the gateway to"
              + " let this client through";
      case RATE_LIMITED -> "expected a response, found too many requests; send requests less often";
      case REDIRECTED ->
          "expected a response, found a redirect; it is not followed because the API key would"
              + " be sent along, so set the base URL to the target of the redirect";
      case SERVER_ERROR -> "expected a response, found the gateway failing; try again later";
      case ERROR_RESPONSE -> "expected task " + id + ", found an error";
      default -> "expected a response, found the request rejected";
    };
  }

  /** Returns the kind of error of an HTTP status that is not that of a success. */
  static ErrorKind kind(int status) {
    return switch (status) {
      case 401 -> ErrorKind.UNAUTHORIZED;
      case 403 -> ErrorKind.FORBIDDEN;
      case 404 -> ErrorKind.TASK_NOT_FOUND;
      case 408, 409, 425 -> ErrorKind.SERVER_ERROR;
      case 429 -> ErrorKind.RATE_LIMITED;
      default -> {
        if (status >= 500) {
          yield ErrorKind.SERVER_ERROR;
        }
        yield status >= 300 && status < 400 ? ErrorKind.REDIRECTED : ErrorKind.REJECTED;
      }
    };
  }

  /** Some gateways send errors with HTTP 200; the code then is that of the error. */
  private VideoTasksException errorResponse(TaskId id, RawResponse response, ErrorBody error) {
    ErrorKind kind = errorResponseKind(error);
    return exception(kind, response, error, problem(kind, id, response) + quote(response, error));
  }

  private static ErrorKind errorResponseKind(ErrorBody error) {
    if (error.isTaskNotFound() || !error.isError()) {
      return ErrorKind.TASK_NOT_FOUND;
    }
    if (error.message() != null && ProxyPages.saysUnknownPath(error.message())) {
      return ErrorKind.ENDPOINT_NOT_FOUND;
    }
    int status = error.httpStatus();
    return switch (status) {
      case 401, 403, 404, 429 -> kind(status);
      default -> status >= 500 ? ErrorKind.SERVER_ERROR : ErrorKind.ERROR_RESPONSE;
    };
  }

  private VideoTasksException tooLarge(RawResponse response, String found) {
    return exception(
        ErrorKind.TOO_LARGE,
        response,
        null,
        "expected a response within the limits, found " + found);
  }

  private VideoTasksException notJson(RawResponse response) {
    String encoding = response.unsupportedEncoding();
    return encoding == null
        ? unreadable(response, "a text that is not JSON")
        : exception(
            ErrorKind.UNREADABLE_RESPONSE,
            response,
            null,
            "expected a task as JSON, found "
                + undecoded(encoding)
                + "; make the gateway, or the proxy before it, obey Accept-Encoding");
  }

  private String undecoded(String encoding) {
    return "a body in Content-Encoding '" + key.mask(encoding) + "', which this client cannot read";
  }

  private VideoTasksException unreadable(RawResponse response, String found) {
    String type = response.contentType() == null ? "no content type" : response.contentType();
    return exception(
        ErrorKind.UNREADABLE_RESPONSE,
        response,
        null,
        "expected a task as JSON, found %s (%s, %d characters)%s"
            .formatted(found, key.mask(type), response.text().length(), quote(response, null)));
  }

  String quote(RawResponse response, @Nullable ErrorBody error) {
    String message = error == null ? null : error.message();
    String text = message != null ? message : response.text();
    String encoding = response.unsupportedEncoding();
    if (text.isBlank()) {
      return encoding == null ? "" : ": " + undecoded(encoding);
    }
    return ": \"" + key.mask(text) + "\"";
  }

  VideoTasksException exception(
      ErrorKind kind, RawResponse response, @Nullable ErrorBody error, String message) {
    String requestId = response.requestId();
    if (requestId == null && error != null) {
      requestId = error.requestId();
    }
    String code = error == null ? null : error.code();
    return VideoTasksException.of(
        message,
        new ErrorDetails(
            kind,
            response.status(),
            code == null ? null : key.mask(code),
            requestId == null ? null : key.mask(requestId),
            0,
            Duration.ZERO,
            RetryAfter.parse(response.retryAfter()),
            excerpt(response)),
        null);
  }

  private @Nullable String excerpt(RawResponse response) {
    String text = response.text();
    return text.isBlank() ? null : key.mask(text);
  }
}

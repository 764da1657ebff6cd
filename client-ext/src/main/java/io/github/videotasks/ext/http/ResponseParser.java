package io.github.videotasks.ext.http;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.time.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Parses responses: a successful one into a task, all others into an exception.
 *
 * <p>A JSON object is a task if it has a status value, or if it contains no error and has at least
 * one property that only tasks have. Envelopes of the form {@code {code, message, data}} are opened
 * first.
 */
record ResponseParser(Secret key) {

  /** Real responses have a few hundred. */
  static final int MAX_VALUES = 20_000;

  private static final List<String> TASK_PROPERTIES =
      List.of(
          VideoTask.ID,
          VideoTask.STATUS,
          VideoTask.DETAIL,
          VideoTask.VIDEO_URL,
          VideoTask.PROGRESS);

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
    return Envelope.hasText(json, VideoTask.STATUS)
        || (!ErrorBody.of(json).isError()
            && TASK_PROPERTIES.stream().anyMatch(json.properties()::containsKey));
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
      return response.isSuccessful()
          ? unreadable(response, "a text that is not JSON")
          : httpError(id, response, JsonValue.NULL);
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
    ErrorKind kind = error.isTaskNotFound() ? ErrorKind.TASK_NOT_FOUND : kind(response.status());
    String text =
        switch (kind) {
          case UNAUTHORIZED, FORBIDDEN ->
              "expected the gateway to accept the API key, found it rejected";
          case TASK_NOT_FOUND -> "expected the gateway to know task " + id + ", found it does not";
          case RATE_LIMITED ->
              "expected a response, found too many requests; send requests less often";
          case REDIRECTED ->
              "expected a response, found a redirect; it is not followed because the API key would"
                  + " be sent along, so set the base URL to the target of the redirect";
          case SERVER_ERROR -> "expected a response, found the gateway failing; try again later";
          default -> "expected a response, found the request rejected";
        };
    return exception(kind, response, error, text + quote(response, error));
  }

  private static ErrorKind kind(int status) {
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

  private VideoTasksException errorResponse(TaskId id, RawResponse response, ErrorBody error) {
    boolean unknown = error.isTaskNotFound() || !error.isError();
    return exception(
        unknown ? ErrorKind.TASK_NOT_FOUND : ErrorKind.ERROR_RESPONSE,
        response,
        error,
        "expected task " + id + ", found an error" + quote(response, error));
  }

  private VideoTasksException tooLarge(RawResponse response, String found) {
    return exception(
        ErrorKind.TOO_LARGE,
        response,
        null,
        "expected a response within the limits, found " + found);
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

  private String quote(RawResponse response, @Nullable ErrorBody error) {
    String message = error == null ? null : error.message();
    String text = message != null ? message : response.text();
    return text.isBlank() ? "" : ": \"" + key.mask(text) + "\"";
  }

  private VideoTasksException exception(
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
            RetryAfter.parse(response.retryAfter())),
        null);
  }
}

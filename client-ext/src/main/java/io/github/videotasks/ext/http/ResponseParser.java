package io.github.videotasks.ext.http;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer into the state of a task or into an error.
 *
 * <p>An object is a task if it has a status word, or if it names no error and has at least one
 * member that only tasks have. Envelopes of the form {@code {code, message, data}} are opened
 * first.
 */
public record ResponseParser(Secret key) {

  private static final List<String> TASK_PROPERTIES =
      List.of("id", "status", "detail", "video_url", "progress");

  /**
   * Reads one answer.
   *
   * @param id the id that was asked for
   * @throws VideoTasksException for everything that is no task
   */
  TaskState parse(TaskId id, RawResponse answer) {
    JsonValue json = parseJson(answer);
    if (answer.status() < 200 || answer.status() >= 300) {
      throw httpError(id, answer, json);
    }
    if (!answer.complete()) {
      throw tooLarge(answer, "a larger one; raise maxAnswerBytes(…) if it is right");
    }
    if (JsonValueLimit.isExceeded(answer.body())) {
      throw tooLarge(answer, "one of more than %d values".formatted(JsonValueLimit.MAX));
    }
    if (json == null) {
      throw unreadable(answer, "no JSON");
    }
    JsonValue task = Envelope.unwrap(json);
    ErrorBody said = ErrorBody.of(task);
    if (Envelope.hasText(task, "status")) {
      return TaskState.of(id, task);
    }
    if (said.isError() || (task.isNull() && Envelope.isEnvelope(json))) {
      throw errorResponse(id, answer, said);
    }
    if (TASK_PROPERTIES.stream().anyMatch(task.properties()::containsKey)) {
      return TaskState.of(id, task);
    }
    throw unreadable(answer, "a JSON " + task.kind() + " that is no task");
  }

  private @Nullable JsonValue parseJson(RawResponse answer) {
    if (!answer.complete() || JsonValueLimit.isExceeded(answer.body())) {
      return null;
    }
    try {
      return key.redact(JsonValue.parse(answer.body()));
    } catch (JsonDataException e) {
      return null;
    }
  }

  private VideoTasksException httpError(TaskId id, RawResponse answer, @Nullable JsonValue json) {
    ErrorBody said = ErrorBody.of(json == null ? JsonValue.NULL : json);
    ErrorKind kind = said.isTaskNotFound() ? ErrorKind.TASK_NOT_FOUND : kind(answer.status());
    String text =
        switch (kind) {
          case UNAUTHORIZED, FORBIDDEN -> "expected the key to be accepted, found it refused";
          case TASK_NOT_FOUND -> "expected task " + id + " to be known, found it is not";
          case RATE_LIMITED -> "expected an answer, found too many requests; ask less often";
          case REDIRECTED ->
              "expected an answer, found a redirect; it is not followed because the key would go"
                  + " along, so set the base URL to where it leads";
          case SERVER_ERROR -> "expected an answer, found the gateway failing; ask again later";
          default -> "expected an answer, found the request refused";
        };
    return error(kind, answer, said, text + quoted(answer, said));
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

  private VideoTasksException errorResponse(TaskId id, RawResponse answer, ErrorBody said) {
    boolean unknown = said.isTaskNotFound() || !said.isError();
    return error(
        unknown ? ErrorKind.TASK_NOT_FOUND : ErrorKind.ERROR_RESPONSE,
        answer,
        said,
        "expected task " + id + ", found an error instead" + quoted(answer, said));
  }

  private VideoTasksException tooLarge(RawResponse answer, String found) {
    return error(
        ErrorKind.TOO_LARGE, answer, null, "expected an answer within the cap, found " + found);
  }

  private VideoTasksException unreadable(RawResponse answer, String found) {
    String type = answer.contentType() == null ? "no content type" : answer.contentType();
    return error(
        ErrorKind.UNREADABLE_RESPONSE,
        answer,
        null,
        "expected a task as JSON, found %s (%s, %d characters)%s"
            .formatted(found, key.mask(type), answer.body().length(), quoted(answer, null)));
  }

  private String quoted(RawResponse answer, @Nullable ErrorBody said) {
    String text = said != null && said.message() != null ? said.message() : answer.body();
    return text.isBlank() ? "" : ": \"" + key.mask(text) + "\"";
  }

  private VideoTasksException error(
      ErrorKind kind, RawResponse answer, @Nullable ErrorBody said, String problem) {
    String requestId = answer.requestId();
    if (requestId == null && said != null) {
      requestId = said.requestId();
    }
    String code = said == null ? null : said.code();
    return VideoTasksException.of(
        problem,
        new ErrorDetails(
            kind,
            answer.status(),
            code == null ? null : key.mask(code),
            requestId == null ? null : key.mask(requestId),
            0,
            Duration.ZERO,
            RetryAfter.parse(answer.retryAfter())),
        null);
  }
}

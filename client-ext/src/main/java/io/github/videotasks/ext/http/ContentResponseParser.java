package io.github.videotasks.ext.http;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Parses the responses of the content endpoint that are not a file. Reads at most {@value
 * #MAX_BYTES} bytes and does not consume them.
 *
 * <p>For some seconds after a task has succeeded, gateways respond with 202, 400 ("not completed
 * yet"), 404 or 409; some send such a code, or the URL of the file, as JSON with HTTP 200.
 */
record ContentResponseParser(ResponseParser parser) {

  private static final long MAX_BYTES = 64L * 1024;

  /** The HTTP status, or the code in a JSON body, of a file that may be served later. */
  private static final Set<String> NOT_READY_CODES = Set.of("202", "400", "404", "409");

  /** What a JSON body with HTTP 200 says in this case, as code or message. */
  private static final Pattern NOT_READY_TEXT =
      Pattern.compile(
          "(?i)not[ _-](?:yet[ _-])?(?:been[ _-])?(?:completed?|ready|finished|available)"
              + "|still[ _-](?:processing|running|generating)|in[ _-]progress|未完成|处理中|生成中");

  /** As {@link ContentClient#linkedUrl}. */
  @Nullable String linkedUrl(TaskId id, Response response) throws IOException {
    TaskState task = startsAsObject(response) ? taskOf(id, parse(peek(response))) : null;
    if (task == null || task.stage() != Stage.SUCCEEDED) {
      return null;
    }
    Asset result = task.result();
    return result == null ? null : result.url();
  }

  private static boolean startsAsObject(Response response) throws IOException {
    String start = response.peekBody(64).string().strip();
    return start.startsWith("{") || start.startsWith("\ufeff{");
  }

  /**
   * Returns the task in a body. A body without a status value describes the file of a task that has
   * succeeded, because the content endpoint is requested only then.
   *
   * @return null if the body is not a JSON object or contains an error
   */
  private static @Nullable TaskState taskOf(TaskId id, JsonValue json) {
    JsonValue task = Envelope.unwrap(json);
    if (task.kind() != JsonValue.Kind.OBJECT) {
      return null;
    }
    TaskState state = TaskState.of(id, task);
    if (state.status() != null) {
      return state;
    }
    if (ErrorBody.of(task).isError()) {
      return null;
    }
    Map<String, JsonValue> completed = new LinkedHashMap<>(task.properties());
    completed.put(VideoTask.STATUS, JsonValue.of("completed"));
    return TaskState.of(id, JsonValue.of(completed));
  }

  /** As {@link ContentClient#containsKey}. */
  boolean containsKey(String text) {
    return parser.key().isIn(text);
  }

  /** As {@link ContentClient#error}. */
  VideoTasksException error(TaskId id, Response response) {
    RawResponse raw = peek(response);
    if (NOT_READY_CODES.contains(String.valueOf(raw.status()))) {
      String message = ErrorBody.of(parse(raw)).message();
      // Only in a message: a page or text with 404 may also be that of a storage without the file.
      boolean noSuchPath =
          raw.status() == 404 && message != null && ProxyPages.saysUnknownPath(message);
      return noSuchPath ? parser.error(id, raw) : notReady(id, raw);
    }
    if (raw.status() == 410) {
      return error(
          ErrorKind.NO_FILE, raw, "expected the file of task " + id + ", found that it is deleted");
    }
    if (raw.status() != 200) {
      return parser.error(id, raw);
    }
    return saysNotReady(id, parse(raw))
        ? notReady(id, raw)
        : error(
            ErrorKind.UNEXPECTED_FILE,
            raw,
            "expected the file of task " + id + ", found JSON without the URL of a file");
  }

  private VideoTasksException notReady(TaskId id, RawResponse raw) {
    return error(
        ErrorKind.NOT_READY,
        raw,
        "expected the gateway to serve the file of task "
            + id
            + ", which has succeeded, found it is not ready; try again later");
  }

  private VideoTasksException error(ErrorKind kind, RawResponse raw, String problem) {
    ErrorBody body = ErrorBody.of(parse(raw));
    return parser.exception(kind, raw, body, problem + parser.quote(raw, body));
  }

  private static boolean saysNotReady(TaskId id, JsonValue json) {
    TaskState task = taskOf(id, json);
    if (task != null && (task.stage() == Stage.QUEUED || task.stage() == Stage.RUNNING)) {
      return true;
    }
    ErrorBody error = ErrorBody.of(json);
    String code = error.code();
    String message = error.message();
    return (code != null && (NOT_READY_CODES.contains(code) || NOT_READY_TEXT.matcher(code).find()))
        || (message != null && NOT_READY_TEXT.matcher(message).find());
  }

  /** Returns the body without the API key; JSON null if it is not complete JSON. */
  private JsonValue parse(RawResponse raw) {
    if (!raw.complete()) {
      return JsonValue.NULL;
    }
    try {
      return parser.key().redact(JsonValue.parse(raw.source(), ResponseParser.MAX_VALUES));
    } catch (JsonDataException | ValueLimitException | IOException e) {
      return JsonValue.NULL;
    }
  }

  /** Returns the start of the body; an empty one if it cannot be read or is compressed. */
  private static RawResponse peek(Response response) {
    if (!"identity".equalsIgnoreCase(response.header("Content-Encoding", "identity"))) {
      return RawResponse.withoutBody(response);
    }
    try {
      Response copy = response.newBuilder().body(response.peekBody(MAX_BYTES + 1)).build();
      return RawResponse.read(copy, MAX_BYTES);
    } catch (IOException e) {
      return RawResponse.withoutBody(response);
    }
  }
}

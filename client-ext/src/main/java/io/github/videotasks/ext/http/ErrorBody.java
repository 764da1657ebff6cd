package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Error in a response body: {@code {"error": {message, code, type}}}, {@code {"error": "text"}} or
 * flat {@code {code, message}}.
 *
 * @param code the gateway's code, a text or the digits of a number; null if none
 * @param message the gateway's message; null if none
 */
record ErrorBody(@Nullable String code, @Nullable String message) {

  private static final Pattern REQUEST_ID =
      Pattern.compile("(?i)request[ _-]?id[:=]\\s*([\\w.-]{1,80})");

  /** Codes of an envelope around a successful response. */
  private static final List<String> SUCCESS_CODES = List.of("success", "ok", "0", "200");

  private static final ErrorBody NONE = new ErrorBody(null, null);

  static ErrorBody of(JsonValue json) {
    JsonValue error = json.get(VideoTask.ERROR);
    if (error != null && error.kind() == JsonValue.Kind.OBJECT) {
      return new ErrorBody(code(error), message(error));
    }
    String text = error == null ? null : textOrNumber(error);
    return text != null ? new ErrorBody(null, text) : parseFlat(json);
  }

  /** A type alone is not an error: tasks have a type too. */
  private static ErrorBody parseFlat(JsonValue json) {
    String code = textOrNumber(json.get(ModerationResult.CODE));
    String message = message(json);
    if (code == null) {
      return message == null
          ? NONE
          : new ErrorBody(textOrNumber(json.get(VideoTask.TYPE)), message);
    }
    return SUCCESS_CODES.contains(code.toLowerCase(Locale.ROOT))
        ? NONE
        : new ErrorBody(code, message);
  }

  private static @Nullable String code(JsonValue json) {
    String code = textOrNumber(json.get(ModerationResult.CODE));
    return code != null ? code : textOrNumber(json.get(VideoTask.TYPE));
  }

  private static @Nullable String message(JsonValue json) {
    String message = textOrNumber(json.get("message"));
    return message != null ? message : textOrNumber(json.get("message_zh"));
  }

  private static @Nullable String textOrNumber(@Nullable JsonValue json) {
    if (json == null) {
      return null;
    }
    String text = json.asString() == null ? json.asNumberText() : json.asString();
    return text == null || text.isBlank() ? null : text;
  }

  boolean isError() {
    return code != null || message != null;
  }

  boolean isTaskNotFound() {
    return "task_not_exist".equalsIgnoreCase(code);
  }

  /** Returns the request id that some gateways write into the message; null if there is none. */
  @Nullable String requestId() {
    if (message == null) {
      return null;
    }
    Matcher matcher = REQUEST_ID.matcher(message);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Without code and message, which may quote secrets. */
  @Override
  public String toString() {
    return "ErrorBody[" + (isError() ? "an error" : "none") + "]";
  }
}

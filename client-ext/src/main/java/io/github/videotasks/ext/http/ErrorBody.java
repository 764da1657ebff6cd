package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.StatusReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Error in a response body: {@code {"error": {message, code, type}}}, {@code {"error": "text"}} or
 * flat {@code {code, message}}, {@code {code, msg}} and similar.
 *
 * @param code the gateway's code, a text or the digits of a number; null if none
 * @param message the gateway's message; null if none
 */
record ErrorBody(@Nullable String code, @Nullable String message) {

  private static final Pattern REQUEST_ID =
      Pattern.compile("(?i)request[ _-]?id[:=]\\s*([\\w.-]{1,80})");

  /** The places of a message, in the order in which they are read. */
  private static final List<String> MESSAGES =
      List.of(
          GatewayError.MESSAGE, "msg", "error_message", "errorMessage", "error_msg", "message_zh");

  /** The places of a code in an object without {@code error}. */
  private static final List<String> CODES =
      List.of(ModerationResult.CODE, "error_code", "errorCode", "statusCode", "status_code");

  private static final Set<String> NOT_FOUND_CODES = Set.of("task_not_exist", "task_not_found");

  private static final Pattern HTTP_SUCCESS = Pattern.compile("2\\d\\d");
  private static final Pattern HTTP_ERROR = Pattern.compile("[45]\\d\\d");

  private static final ErrorBody NONE = new ErrorBody(null, null);

  static ErrorBody of(JsonValue json) {
    JsonValue error = json.get(VideoTask.ERROR);
    if (error != null && error.kind() == JsonValue.Kind.OBJECT) {
      String code = textOrNumber(error.get(ModerationResult.CODE));
      code = code != null ? code : textOrNumber(error.get(VideoTask.TYPE));
      return new ErrorBody(code, firstText(error, MESSAGES));
    }
    String text = error == null ? null : textOrNumber(error);
    return text != null ? new ErrorBody(flatCode(json), text) : parseFlat(json);
  }

  /** A type alone is not an error: tasks have a type too. */
  private static ErrorBody parseFlat(JsonValue json) {
    String code = flatCode(json);
    String message = firstText(json, MESSAGES);
    if (code != null) {
      return isSuccess(code) || (message != null && isSuccess(message) && httpStatus(code) == 0)
          ? NONE
          : new ErrorBody(code, message);
    }
    // A message beside an id describes a task that has no status yet.
    return message == null || saysSuccess(json) || StatusReader.hasId(json)
        ? NONE
        : new ErrorBody(textOrNumber(json.get(VideoTask.TYPE)), message);
  }

  /** Returns the code beside the message; a {@code status} only if it is an HTTP status. */
  private static @Nullable String flatCode(JsonValue json) {
    String code = firstText(json, CODES);
    if (code != null) {
      return code;
    }
    JsonValue status = json.get(VideoTask.STATUS);
    String number = status == null ? null : status.asNumberText();
    return number != null && HTTP_ERROR.matcher(number).matches() ? number : null;
  }

  private static boolean isSuccess(String code) {
    return StatusReader.isTransportValue(code) || HTTP_SUCCESS.matcher(code).matches();
  }

  /** Returns whether a flag, a status or the message itself says that nothing is wrong. */
  private static boolean saysSuccess(JsonValue json) {
    for (String name : List.of("success", "ok", VideoTask.STATUS, GatewayError.MESSAGE, "msg")) {
      JsonValue value = json.get(name);
      String text = value == null ? null : textOrNumber(value);
      if ((text != null && isSuccess(text)) || JsonValue.TRUE.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String firstText(JsonValue json, List<String> names) {
    for (String name : names) {
      String text = textOrNumber(json.get(name));
      if (text != null) {
        return text;
      }
    }
    return null;
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
    return code != null && NOT_FOUND_CODES.contains(code.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the code if it is an HTTP status of an error, as in {@code {code: 404, msg}}; else 0.
   */
  int httpStatus() {
    return code == null ? 0 : httpStatus(code);
  }

  private static int httpStatus(String code) {
    return HTTP_ERROR.matcher(code).matches() ? Integer.parseInt(code) : 0;
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

package io.github.videotasks.ext.testing;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One step of a {@link TaskScript}: the response to one request. */
@FunctionalInterface
interface ScriptStep {

  /** Completes the future of a request, or leaves it open. */
  void respond(TaskId id, CompletableFuture<TaskState> response);

  /**
   * Parses the text of a step, see {@link TaskScript}.
   *
   * @throws IllegalArgumentException if the text is not a step
   */
  static ScriptStep parse(String text) {
    if (text.startsWith("{")) {
      JsonValue json = JsonValue.parse(text);
      return (id, response) -> response.complete(TaskState.of(id, json));
    }
    if (text.equals("hang")) {
      return (id, response) -> {};
    }
    int colon = text.indexOf(": ");
    String[] words = (colon < 0 ? text : text.substring(0, colon)).split(" ", -1);
    ErrorKind kind = kindOf(words[0]);
    if (kind == null) {
      JsonValue json = statusResponse(text, words);
      return (id, response) -> response.complete(TaskState.of(id, json));
    }
    String message = colon < 0 ? "scripted" : text.substring(colon + 2);
    ErrorDetails details = details(text, kind, words);
    return (id, response) ->
        response.completeExceptionally(VideoTasksException.of(message, details, null));
  }

  private static @Nullable ErrorKind kindOf(String word) {
    return Arrays.stream(ErrorKind.values())
        .filter(kind -> kind.name().equals(word))
        .findFirst()
        .orElse(null);
  }

  private static JsonValue statusResponse(String step, String[] words) {
    boolean progressIsValid = words.length < 2 || words[1].matches("-?[0-9]+");
    if (words.length > 2 || !words[0].matches("[^\"\\\\]+") || !progressIsValid) {
      throw invalid(step);
    }
    String progress = words.length > 1 ? ",\"progress\":" + words[1] : "";
    String url = words[0].equals("completed") ? ",\"video_url\":\"https://host/v.mp4\"" : "";
    return JsonValue.parse("{\"status\":\"" + words[0] + "\"" + progress + url + "}");
  }

  private static ErrorDetails details(String step, ErrorKind kind, String[] words) {
    int httpStatus = 0;
    String code = null;
    Duration retryAfter = null;
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      if (httpStatus == 0 && word.matches("[1-5][0-9]{2}")) {
        httpStatus = Integer.parseInt(word);
      } else if (retryAfter == null && word.startsWith("PT")) {
        retryAfter = duration(step, word);
      } else if (code == null && !word.isEmpty() && !word.startsWith("PT")) {
        code = word;
      } else {
        throw invalid(step);
      }
    }
    return new ErrorDetails(kind, httpStatus, code, null, 1, Duration.ZERO, retryAfter);
  }

  private static Duration duration(String step, String word) {
    try {
      return Duration.parse(word);
    } catch (DateTimeException e) {
      throw invalid(step);
    }
  }

  private static IllegalArgumentException invalid(String step) {
    return new IllegalArgumentException(
        "expected a JSON object, a status value, the name of an ErrorKind or \"hang\" as a step,"
            + " found \""
            + step
            + "\"");
  }
}

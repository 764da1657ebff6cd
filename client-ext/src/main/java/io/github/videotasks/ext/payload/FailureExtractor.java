package io.github.videotasks.ext.payload;

import io.github.videotasks.ext.payload.TaskFailure.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reason of a failure, in the places where gateways put it.
 *
 * <p>Asked only when the status says that the task ended without a result: a finished task may
 * still carry the error texts of earlier attempts, and an empty text or {@code {}} is no error.
 */
final class FailureExtractor {

  private static final List<String> PATHS =
      List.of(
          "error",
          "fail_reason",
          "detail.pending_info.failure_reason",
          "detail.failure_reason",
          "detail.draft_info.reason_str",
          "detail.error_message",
          "detail.video_generation_error",
          "detail.upsample_error");

  /** Parts of a code or message that tell a refusal of the content. */
  private static final List<String> VIOLATION_KEYWORDS =
      List.of(
          "content_policy",
          "content policy",
          "content_violation",
          "content violation",
          "moderation",
          "sensitive_content",
          "guardrail");

  private FailureExtractor() {}

  static @Nullable TaskFailure extract(JsonCursor answer, Stage stage, @Nullable String status) {
    if (stage != Stage.FAILED && stage != Stage.CANCELLED) {
      return null;
    }
    for (String place : PATHS) {
      JsonCursor found = answer.atPath(place);
      String message = message(found);
      String code = code(found);
      if (message != null || code != null) {
        String said = message != null ? message : String.valueOf(code);
        return new TaskFailure(kind(answer, status, code, said), code, said, place);
      }
    }
    String word = status == null ? "no reason given" : status;
    return new TaskFailure(kind(answer, status, null, word), null, word, "status");
  }

  /** The text itself, or what an error object says in the first of its usual members. */
  static @Nullable String message(JsonCursor error) {
    for (JsonCursor found :
        List.of(
            error,
            error.at("message"),
            error.at("message_zh"),
            error.at("error"),
            error.at("error", "message"))) {
      String text = found.text();
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** A code may be a word or a number; an object without one may still name its type. */
  static @Nullable String code(JsonCursor error) {
    String code = error.at("code").textOrNumber();
    code = code != null ? code : error.at("error", "code").textOrNumber();
    return code != null ? code : error.at("type").text();
  }

  private static Kind kind(
      JsonCursor answer, @Nullable String status, @Nullable String code, String message) {
    String word = status == null ? "" : StageMapping.normalize(status);
    if (word.equals("expired")) {
      return Kind.EXPIRED;
    }
    if (DraftInfo.of(answer.at("detail", "draft_info").value())
        instanceof DraftInfo.ContentViolation) {
      return Kind.CONTENT_VIOLATION;
    }
    String said = ((code == null ? "" : code) + " " + message).toLowerCase(Locale.ROOT);
    if (VIOLATION_KEYWORDS.stream().anyMatch(said::contains)) {
      return Kind.CONTENT_VIOLATION;
    }
    return StageMapping.stageOf(word, false) == Stage.CANCELLED ? Kind.CANCELLED : Kind.OTHER;
  }
}

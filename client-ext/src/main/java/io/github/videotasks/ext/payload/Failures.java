package io.github.videotasks.ext.payload;

import io.github.videotasks.ext.payload.Failure.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reason of a failure, in the places where gateways put it.
 *
 * <p>Asked only when the status says that the task ended without a result: a finished task may
 * still carry the error texts of earlier attempts, and an empty text or {@code {}} is no error.
 */
final class Failures {

  private static final List<String> PLACES =
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
  private static final List<String> VIOLATION_WORDS =
      List.of(
          "content_policy",
          "content policy",
          "content_violation",
          "content violation",
          "moderation",
          "sensitive_content",
          "guardrail");

  private Failures() {}

  static @Nullable Failure of(Place answer, Stage stage, @Nullable String status) {
    if (stage != Stage.FAILED && stage != Stage.CANCELLED) {
      return null;
    }
    for (String place : PLACES) {
      Place found = answer.path(place);
      String message = message(found);
      String code = code(found);
      if (message != null || code != null) {
        String said = message != null ? message : String.valueOf(code);
        return new Failure(kind(answer, status, code, said), code, said, place);
      }
    }
    String word = status == null ? "no reason given" : status;
    return new Failure(kind(answer, status, null, word), null, word, "status");
  }

  /** The text itself, or what an error object says in the first of its usual members. */
  static @Nullable String message(Place error) {
    for (Place found :
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
  static @Nullable String code(Place error) {
    String code = error.at("code").textOrNumber();
    code = code != null ? code : error.at("error", "code").textOrNumber();
    return code != null ? code : error.at("type").text();
  }

  private static Kind kind(
      Place answer, @Nullable String status, @Nullable String code, String message) {
    String word = status == null ? "" : StatusWords.normal(status);
    if (word.equals("expired")) {
      return Kind.EXPIRED;
    }
    if (DraftInfo.of(answer.at("detail", "draft_info").value())
        instanceof DraftInfo.ContentViolation) {
      return Kind.CONTENT_VIOLATION;
    }
    String said = ((code == null ? "" : code) + " " + message).toLowerCase(Locale.ROOT);
    if (VIOLATION_WORDS.stream().anyMatch(said::contains)) {
      return Kind.CONTENT_VIOLATION;
    }
    return StatusWords.fold(word, false) == Stage.CANCELLED ? Kind.CANCELLED : Kind.OTHER;
  }
}

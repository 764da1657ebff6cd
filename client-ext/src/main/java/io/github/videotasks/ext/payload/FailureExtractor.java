package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.TaskFailure.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the reason of a failure from the properties in which gateways report it.
 *
 * <p>Used only if the task ended without a result according to its status: a finished task may
 * still contain the error texts of earlier attempts. An empty text or {@code {}} is not an error.
 */
final class FailureExtractor {

  private static final List<String> PATHS =
      List.of(
          VideoTask.ERROR,
          "fail_reason",
          path(VideoTask.DETAIL, TaskDetail.PENDING_INFO, TaskPendingInfo.FAILURE_REASON),
          path(VideoTask.DETAIL, TaskPendingInfo.FAILURE_REASON),
          path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, "reason_str"),
          path(VideoTask.DETAIL, "error_message"),
          path(VideoTask.DETAIL, "video_generation_error"),
          path(VideoTask.DETAIL, "upsample_error"));

  /** Parts of an error code or message that indicate a content violation. */
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

  static @Nullable TaskFailure extract(JsonCursor task, Stage stage, @Nullable String status) {
    if (stage != Stage.FAILED && stage != Stage.CANCELLED) {
      return null;
    }
    for (String path : PATHS) {
      JsonCursor error = task.atPath(path);
      String message = message(error);
      String code = code(error);
      if (message != null || code != null) {
        String reason = message != null ? message : String.valueOf(code);
        return new TaskFailure(kind(task, status, code, reason), code, reason, path);
      }
    }
    String reason = status == null ? "no reason given" : status;
    return new TaskFailure(kind(task, status, null, reason), null, reason, VideoTask.STATUS);
  }

  /** Returns the text itself, or the first message property of an error object; null if neither. */
  static @Nullable String message(JsonCursor error) {
    for (JsonCursor candidate :
        List.of(
            error,
            error.at("message"),
            error.at("message_zh"),
            error.at(VideoTask.ERROR),
            error.at(VideoTask.ERROR, "message"))) {
      String text = candidate.text();
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Returns the error code (a string or a number), else the error type, else null. */
  static @Nullable String code(JsonCursor error) {
    String code = error.at(ModerationResult.CODE).textOrNumber();
    code = code != null ? code : error.at(VideoTask.ERROR, ModerationResult.CODE).textOrNumber();
    return code != null ? code : error.at(VideoTask.TYPE).text();
  }

  private static Kind kind(
      JsonCursor task, @Nullable String status, @Nullable String code, String message) {
    String statusValue = status == null ? "" : StageMapping.normalize(status);
    if (statusValue.equals("expired")) {
      return Kind.EXPIRED;
    }
    if (DraftInfo.of(task.at(VideoTask.DETAIL, TaskDetail.DRAFT_INFO).value())
        instanceof DraftInfo.ContentViolation) {
      return Kind.CONTENT_VIOLATION;
    }
    String codeAndMessage = ((code == null ? "" : code) + " " + message).toLowerCase(Locale.ROOT);
    if (VIOLATION_KEYWORDS.stream().anyMatch(codeAndMessage::contains)) {
      return Kind.CONTENT_VIOLATION;
    }
    return StageMapping.stageOf(statusValue, false) == Stage.CANCELLED
        ? Kind.CANCELLED
        : Kind.OTHER;
  }
}

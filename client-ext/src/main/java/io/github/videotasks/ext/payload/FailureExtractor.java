package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.FailurePlaces.FailurePlace;
import io.github.videotasks.ext.payload.RefusalFlags.Refusal;
import io.github.videotasks.ext.payload.StatusPlaces.StatusPlace;
import io.github.videotasks.ext.payload.TaskFailure.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the reason of a failure from the places in {@link FailurePlaces}.
 *
 * <p>Used only if the task ended without a result according to its status: a finished task may
 * still contain the error texts of earlier attempts. An empty text or {@code {}} is not an error.
 */
final class FailureExtractor {

  private static final String MESSAGE_ZH = "message_zh";

  /** Codes of a failure that say that the task or its file is no longer stored. */
  private static final Set<String> EXPIRED_CODES =
      Set.of(
          "expired",
          "task_expired",
          "video_expired",
          "result_expired",
          "file_expired",
          "generation_expired");

  /** Codes of a failure that say that time ran out; as a message they say less. */
  private static final Set<String> TIMEOUT_CODES =
      Set.of("timeout", "timed_out", "task_timeout", "video_timeout", "generation_timeout");

  /**
   * What a place says.
   *
   * @param message null if it has only a code
   * @param codes the code first, then further texts that may be codes
   */
  private record Reason(
      @Nullable String message, @Nullable String messageZh, List<String> codes, String jsonPath) {

    private @Nullable String code() {
      return codes.isEmpty() ? null : codes.get(0);
    }

    /** Returns false if the message says no more than the status does. */
    private boolean isSpecific() {
      return message != null
          && !StatusReader.isTransportValue(message)
          && StageMapping.stageOf(message, false) == Stage.UNKNOWN;
    }
  }

  private FailureExtractor() {}

  /**
   * Extracts the failure of a task that ended without a result.
   *
   * @return null unless the stage is FAILED or CANCELLED
   */
  static @Nullable TaskFailure extract(JsonCursor task, Stage stage, TaskStatus status) {
    if (stage != Stage.FAILED && stage != Stage.CANCELLED) {
      return null;
    }
    String statusValue = status.value() == null ? "" : StageMapping.normalize(status.value());
    List<Reason> reasons = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    JsonCursor current = innerTask(task, status.innerTask());
    if (current != null) {
      collect(current, status.innerTask(), statusValue, reasons, codes);
    }
    collect(task, "", statusValue, reasons, codes);
    for (StatusPlace place : StatusPlaces.INNER_TASKS) {
      JsonValue inner = StatusReader.innerTask(task.at(place.path()).value());
      if (inner != null && !place.path().equals(status.innerTask())) {
        collect(new JsonCursor(inner), place.path(), statusValue, reasons, codes);
      }
    }
    Refusal refusal = RefusalFlags.find(task);
    Reason reason = choose(reasons, codes, refusal);
    if (reason == null) {
      String text = status.value() == null ? "no reason given" : status.value();
      reason = new Reason(text, null, List.of(), VideoTask.STATUS);
    }
    String code = reason.code();
    if (code == null && !codes.isEmpty()) {
      code = codes.get(0);
    }
    String message = reason.message() != null ? reason.message() : String.valueOf(code);
    List<String> allCodes = Stream.concat(reason.codes().stream(), codes.stream()).toList();
    boolean refused = refusal != null || isRefused(task, message, reason.messageZh(), allCodes);
    boolean expired =
        statusValue.equals("expired")
            || EXPIRED_CODES.contains(message.toLowerCase(Locale.ROOT))
            || allCodes.stream().anyMatch(FailureExtractor::isExpired);
    Kind kind = kind(stage, expired, refused);
    return new TaskFailure(kind, code, message, reason.messageZh(), reason.jsonPath());
  }

  /** Returns the inner task that the status was read from; null if there is none. */
  private static @Nullable JsonCursor innerTask(JsonCursor task, String path) {
    if (path.isEmpty()) {
      return null;
    }
    JsonValue current = task.value();
    for (String name : path.split("\\.", -1)) {
      JsonValue inner = StatusReader.innerTask(current.get(name));
      if (inner == null) {
        return null;
      }
      current = inner;
    }
    return new JsonCursor(current);
  }

  private static void collect(
      JsonCursor task,
      String object,
      String statusValue,
      List<Reason> reasons,
      List<String> codes) {
    Stream<FailurePlace> first =
        statusValue.startsWith("video_upsampling")
            ? Stream.of(FailurePlaces.UPSCALING)
            : Stream.empty();
    Stream.concat(first, FailurePlaces.REASONS.stream())
        .map(place -> reason(task, object, place.path()))
        .forEach(reasons::add);
    FailurePlaces.CODES.stream()
        .map(place -> task.atPath(place.path()).textOrNumber())
        .filter(code -> code != null && !isSuccessCode(code))
        .forEach(codes::add);
  }

  private static Reason reason(JsonCursor task, String object, String path) {
    JsonCursor error = open(task.atPath(path));
    JsonCursor upstream = open(error.at(GatewayError.MESSAGE));
    if (upstream.hasKind(JsonValue.Kind.OBJECT)) {
      error = upstream;
    }
    if (path.equals(VideoTask.DETAIL) && !error.hasKind(JsonValue.Kind.STRING)) {
      error = new JsonCursor(JsonValue.NULL);
    }
    String messageZh = firstText(error.at(MESSAGE_ZH), error.at(VideoTask.ERROR, MESSAGE_ZH));
    if (messageZh == null) {
      messageZh = task.at(MESSAGE_ZH).text();
    }
    String code = code(error);
    String type = error.at(VideoTask.TYPE).text();
    List<String> codes = new ArrayList<>();
    if (code != null && !isSuccessCode(code)) {
      codes.add(code);
    }
    if (type != null && !type.equals(code)) {
      codes.add(type);
    }
    return new Reason(
        message(error), messageZh, codes, object.isEmpty() ? path : JsonCursor.path(object, path));
  }

  /** Returns the error in a text of JSON or in a list. */
  private static JsonCursor open(JsonCursor error) {
    JsonValue value = JsonText.open(error.value());
    return new JsonCursor(value.elements().isEmpty() ? value : value.elements().get(0));
  }

  /** Returns the first reason that says most; null if there is neither a message nor a code. */
  private static @Nullable Reason choose(
      List<Reason> reasons, List<String> codes, @Nullable Refusal refusal) {
    Reason general = null;
    Reason codeOnly = null;
    for (Reason reason : reasons) {
      if (reason.isSpecific()) {
        return reason;
      }
      String message = reason.message();
      if (general == null && message != null && !StatusReader.isTransportValue(message)) {
        general = reason;
      }
      if (codeOnly == null && message == null && reason.code() != null) {
        codeOnly = reason;
      }
    }
    if (refusal != null) {
      return new Reason(refusal.message(), null, List.of(), refusal.jsonPath());
    }
    if (general != null || codeOnly != null) {
      return general != null ? general : codeOnly;
    }
    return codes.isEmpty() ? null : new Reason(null, null, codes, ModerationResult.CODE);
  }

  /** Returns the text itself, or the first message property of an error object; null if neither. */
  static @Nullable String message(JsonCursor error) {
    return firstText(
        error,
        error.at(GatewayError.MESSAGE),
        error.at(VideoTask.ERROR),
        error.at(VideoTask.ERROR, GatewayError.MESSAGE),
        error.at("msg"),
        error.at("error_message"),
        error.at("reason"),
        error.at(VideoTask.DETAIL),
        error.at(MESSAGE_ZH),
        error.at(VideoTask.ERROR, MESSAGE_ZH));
  }

  private static @Nullable String firstText(JsonCursor... candidates) {
    return Arrays.stream(candidates)
        .map(JsonCursor::text)
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  /** Returns the error code (a string or a number), else the error type, else null. */
  static @Nullable String code(JsonCursor error) {
    String code = error.at(ModerationResult.CODE).textOrNumber();
    code = code != null ? code : error.at(VideoTask.ERROR, ModerationResult.CODE).textOrNumber();
    return code != null ? code : error.at(VideoTask.TYPE).text();
  }

  private static boolean isSuccessCode(String code) {
    return StatusReader.isTransportValue(code);
  }

  private static boolean isRefused(
      JsonCursor task, String message, @Nullable String messageZh, List<String> codes) {
    return DraftInfo.of(task.at(VideoTask.DETAIL, TaskDetail.DRAFT_INFO).value())
            instanceof DraftInfo.ContentViolation
        || codes.stream().anyMatch(ContentViolations::isCode)
        || ContentViolations.isMessage(message)
        || (messageZh != null && ContentViolations.isMessage(messageZh));
  }

  private static boolean isExpired(String code) {
    String normalized = StageMapping.normalize(code);
    return EXPIRED_CODES.contains(normalized) || TIMEOUT_CODES.contains(normalized);
  }

  private static Kind kind(Stage stage, boolean expired, boolean refused) {
    if (expired) {
      return Kind.EXPIRED;
    }
    if (refused) {
      return Kind.CONTENT_VIOLATION;
    }
    return stage == Stage.CANCELLED ? Kind.CANCELLED : Kind.OTHER;
  }
}

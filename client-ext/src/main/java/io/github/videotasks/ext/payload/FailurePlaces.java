package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import java.util.List;

/**
 * The properties in which gateways report why a task failed, from specific to general. To add one,
 * add a row and a wire case in {@code wire-cases/folded/failure-reasons.yaml}; {@link
 * FailureExtractor} reads the tables.
 */
final class FailurePlaces {

  /**
   * A place of a reason or a code.
   *
   * @param path a property, or a path of properties
   * @param seenAt the page or the gateway that shows it
   */
  record FailurePlace(String path, String seenAt) {}

  /** Prefer it for a task whose last step, the upscaling, failed. */
  static final FailurePlace UPSCALING = row(path(VideoTask.DETAIL, "upsample_error"), "veo");

  /** Places of a reason: a text, an object with a message, or either of them as a text of JSON. */
  static final List<FailurePlace> REASONS =
      List.of(
          row(path(VideoTask.DETAIL, "video_generation_error"), "veo"),
          UPSCALING,
          row(VideoTask.ERROR, "all pages; as a text of JSON: new-api"),
          row("fail_reason", "new-api"),
          row(
              path(VideoTask.DETAIL, TaskDetail.PENDING_INFO, TaskPendingInfo.FAILURE_REASON),
              "jxincm-sora"),
          row(path(VideoTask.DETAIL, TaskPendingInfo.FAILURE_REASON), "jxincm-sora"),
          row(path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, "reason_str"), "jxincm-sora"),
          row(path(VideoTask.DETAIL, "error_message"), "veo"),
          row("task_status_msg", "Kling"),
          row(TaskPendingInfo.FAILURE_REASON, "Luma"),
          row("failureReason", "relays"),
          row("failure", "Runway"),
          row("fail_msg", "relays of kie"),
          row("failMsg", "kie"),
          row("error_message", "relays"),
          row("errorMessage", "relays"),
          row("error_msg", "relays"),
          row("errorMsg", "relays"),
          row("err_msg", "relays"),
          row("failed_reason", "relays"),
          row("status_message", "relays"),
          row(path("metadata", VideoTask.ERROR), "new-api"),
          row("reason", "relays"),
          row(VideoTask.DETAIL, "relays, as a text"),
          row(GatewayError.MESSAGE, "DashScope, relays"),
          row("msg", "kie, relays"));

  /** Places of a code, read if the place of the reason has none. */
  static final List<FailurePlace> CODES =
      List.of(
          row(path(VideoTask.ERROR, ModerationResult.CODE), "OpenAI"),
          row(path(VideoTask.ERROR, VideoTask.TYPE), "OpenAI"),
          row("failureCode", "Runway"),
          row("failure_code", "relays"),
          row("failCode", "kie"),
          row("fail_code", "relays of kie"),
          row("error_code", "relays"),
          row("errorCode", "relays"),
          row("err_code", "Vidu"),
          row(ModerationResult.CODE, "DashScope, relays"));

  private FailurePlaces() {}

  private static FailurePlace row(String path, String seenAt) {
    return new FailurePlace(path, seenAt);
  }
}

package io.github.videotasks.contract.callers;

import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.DraftInfo;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.TaskFailure;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Caller in Java. The callers in the other languages must print the same lines. */
final class JavaCaller {

  private static final WaitPolicy FAST_POLLING =
      WaitPolicy.defaults().withSchedule(input -> Duration.ofMillis(250)).withToleratedNotFound(0);

  private final List<String> lines = new ArrayList<>();

  /**
   * Requests each task, waits for it and returns the printed lines.
   *
   * @param arguments four for each task: base URL, endpoint, milliseconds to wait, id
   */
  List<String> run(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 4) {
      WaitPolicy policy =
          FAST_POLLING.withDeadline(Duration.ofMillis(Long.parseLong(arguments.get(i + 2))));
      try (VideoTasks tasks =
          VideoTasks.builder()
              .baseUrl(arguments.get(i))
              .apiKey("key")
              .endpoint(EndpointStyle.valueOf(arguments.get(i + 1)))
              .waitPolicy(policy)
              .build()) {
        reportTask(tasks, policy, arguments.get(i + 3));
      }
    }
    return lines;
  }

  private void reportTask(VideoTasks tasks, WaitPolicy policy, String id) {
    try {
      lines.add(id + ": " + describe(tasks.get(id)));
      List<String> changes = new ArrayList<>();
      tasks.await(id, policy, state -> changes.add(describe(state)));
      lines.add(changes.toString());
    } catch (VideoTasksException e) {
      lines.add(id + ": " + e.kind());
    }
    lines.add(awaitResult(tasks, id));
  }

  private static String awaitResult(VideoTasks tasks, String id) {
    try {
      TaskState task = tasks.await(id);
      Asset result = task.result();
      String video = result == null ? "no URL" : result.url();
      return task.detail()
          .match(
              waiting -> "waiting: " + waiting.pendingInfo(),
              finished -> "finished: " + finished.draftInfo() + ", " + video,
              veo -> "veo, running: " + veo.isRunning() + ", " + video,
              unknown -> "unknown detail, " + video);
    } catch (TaskNotFoundException e) {
      return "task not found: " + e.httpStatus() + " " + e.code();
    } catch (WaitTimeoutException e) {
      return "timed out: " + e.kind();
    }
  }

  private static String describe(TaskState task) {
    TaskFailure failure = task.failure();
    return "%s %s %s %s: %s"
        .formatted(
            task.stage(),
            task.status(),
            task.progress(),
            failure == null ? null : failure.kind(),
            describeDetail(task.detail()));
  }

  private static String describeDetail(Detail detail) {
    if (detail instanceof Detail.Waiting waiting) {
      return waiting
          .pendingInfo()
          .match(JavaCaller::describePending, other -> "pending " + other.type());
    }
    if (detail instanceof Detail.Finished finished) {
      return finished
          .draftInfo()
          .match(
              JavaCaller::describeDraft,
              violation -> "content violation: " + violation.reason(),
              other -> "draft " + other.raw().kind());
    }
    return detail instanceof Detail.Veo veo
        ? "veo " + veo.videoUrl() + " " + veo.errorMessage()
        : "unknown " + detail.raw().kind();
  }

  private static String describePending(PendingInfo.VideoGen video) {
    return Objects.requireNonNullElse(video.progress(), "no")
        + " %, "
        + epochSeconds(video.createdAt());
  }

  private static String describeDraft(DraftInfo.Draft draft) {
    return "draft of " + epochSeconds(draft.createdAt()) + ", " + draft.model().width() + " wide";
  }

  private static String epochSeconds(@Nullable Instant time) {
    return time == null ? "never" : String.valueOf(time.getEpochSecond());
  }
}

package io.github.videotasks.contract.callers;

import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.DraftInfo;
import io.github.videotasks.ext.payload.Failure;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells of tasks what the callers in other languages have to tell, line for line. */
final class JavaCaller {

  private static final WaitPolicy QUICK =
      WaitPolicy.defaults().withSchedule(moment -> Duration.ofMillis(250)).withToleratedNotFound(0);

  private final List<String> lines = new ArrayList<>();

  /**
   * Asks, waits and tells.
   *
   * @param arguments four for each task: base URL, endpoint, milliseconds to wait, id
   */
  List<String> run(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 4) {
      WaitPolicy policy =
          QUICK.withDeadline(Duration.ofMillis(Long.parseLong(arguments.get(i + 2))));
      try (VideoTasks tasks =
          VideoTasks.builder()
              .baseUrl(arguments.get(i))
              .apiKey("key")
              .endpoint(EndpointStyle.valueOf(arguments.get(i + 1)))
              .waitPolicy(policy)
              .build()) {
        tell(tasks, policy, arguments.get(i + 3));
      }
    }
    return lines;
  }

  private void tell(VideoTasks tasks, WaitPolicy policy, String id) {
    try {
      lines.add(id + ": " + inWords(tasks.get(id)));
      List<String> heard = new ArrayList<>();
      tasks.await(id, policy, state -> heard.add(inWords(state)));
      lines.add(heard.toString());
    } catch (VideoTasksException e) {
      lines.add(id + ": " + e.kind());
    }
    lines.add(follow(tasks, id));
  }

  private static String follow(VideoTasks tasks, String id) {
    try {
      TaskState task = tasks.await(id);
      Asset result = task.result();
      String video = result == null ? "no address" : result.address();
      return task.detail()
          .match(
              waiting -> "in the making: " + waiting.pendingInfo(),
              finished -> "made: " + finished.draftInfo() + ", " + video,
              veo -> "veo, running: " + veo.isRunning() + ", " + video,
              unknown -> "nothing more is said, " + video);
    } catch (TaskNotFoundException e) {
      return "no such task: " + e.httpStatus() + " " + e.code();
    } catch (WaitTimeoutException e) {
      return "not yet: " + e.kind();
    }
  }

  private static String inWords(TaskState task) {
    Failure failure = task.failure();
    return "%s %s %s %s: %s"
        .formatted(
            task.stage(),
            task.status(),
            task.progress(),
            failure == null ? null : failure.kind(),
            inside(task.detail()));
  }

  private static String inside(Detail detail) {
    if (detail instanceof Detail.Waiting waiting) {
      return waiting.pendingInfo().match(JavaCaller::making, other -> "pending " + other.type());
    }
    if (detail instanceof Detail.Finished finished) {
      return finished
          .draftInfo()
          .match(
              JavaCaller::made,
              violation -> "refused: " + violation.reason(),
              other -> "draft " + other.raw().kind());
    }
    return detail instanceof Detail.Veo veo
        ? "veo " + veo.videoUrl() + " " + veo.errorText()
        : "unknown " + detail.raw().kind();
  }

  private static String making(PendingInfo.VideoGen video) {
    return Objects.requireNonNullElse(video.progress(), "no") + " %, " + seconds(video.createdAt());
  }

  private static String made(DraftInfo.Draft draft) {
    return "draft of " + seconds(draft.createdAt()) + ", " + draft.model().width() + " wide";
  }

  private static String seconds(@Nullable Instant time) {
    return time == null ? "never" : String.valueOf(time.getEpochSecond());
  }
}

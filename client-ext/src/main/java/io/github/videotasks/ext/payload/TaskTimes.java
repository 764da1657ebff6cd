package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of the properties in which gateways return the times of a task and the length of its
 * video, in order of preference. To support one more property, add a row and a wire case. The
 * syntax of a path is that of {@link JsonPathWalker}.
 */
final class TaskTimes {

  /** What a property contains. */
  enum Meaning {
    CREATED_AT,
    UPDATED_AT,
    COMPLETED_AT,
    EXPIRES_AT,
    VIDEO_LENGTH
  }

  /**
   * One row.
   *
   * @param seenAt the page or the API with such a response
   */
  private record Row(Meaning meaning, String path, String seenAt, List<String> steps) {}

  /** Each path is read at the task, then in these objects, in which some gateways wrap a task. */
  private static final List<List<String>> WRAPPERS =
      Stream.of("output", "data[]", "task", "result").map(JsonPathWalker::steps).toList();

  private static final String DRAFT = path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO);

  private static final List<Row> ROWS =
      List.of(
          row(Meaning.CREATED_AT, VideoTask.CREATED_AT, "chainhub-openai"),
          row(Meaning.CREATED_AT, path(VideoTask.DETAIL, VideoTask.CREATED_AT), "relays"),
          row(
              Meaning.CREATED_AT,
              path(VideoTask.DETAIL, TaskDetail.PENDING_INFO, TaskPendingInfo.CREATED_AT),
              "jxincm-sora"),
          row(Meaning.CREATED_AT, path(DRAFT, TaskDraftInfo.CREATED_AT), "jxincm-sora"),
          row(Meaning.CREATED_AT, "submit_time", "new-api, DashScope"),
          row(Meaning.CREATED_AT, "create_time", "relays"),
          row(Meaning.CREATED_AT, "createTime", "kie"),
          row(Meaning.CREATED_AT, "createdAt", "relays"),
          row(Meaning.CREATED_AT, "created", "relays"),
          row(Meaning.UPDATED_AT, VideoTask.STATUS_UPDATE_TIME, "all unified pages"),
          row(Meaning.UPDATED_AT, "updated_at", "Seedance, Kling"),
          row(Meaning.UPDATED_AT, "update_time", "relays"),
          row(Meaning.UPDATED_AT, "updateTime", "kie"),
          row(Meaning.UPDATED_AT, "updatedAt", "relays"),
          row(Meaning.COMPLETED_AT, VideoTask.COMPLETED_AT, "chainhub-openai"),
          row(Meaning.COMPLETED_AT, "finished_at", "relays"),
          row(Meaning.COMPLETED_AT, "finish_time", "new-api"),
          row(Meaning.COMPLETED_AT, "end_time", "DashScope"),
          row(Meaning.COMPLETED_AT, "completed_time", "relays"),
          row(Meaning.COMPLETED_AT, "completeTime", "kie"),
          row(Meaning.COMPLETED_AT, "completedAt", "relays"),
          row(Meaning.COMPLETED_AT, "finishTime", "relays"),
          row(Meaning.EXPIRES_AT, "expires_at", "OpenAI"),
          row(Meaning.EXPIRES_AT, "video_expires_at", "relays"),
          row(Meaning.EXPIRES_AT, "expire_time", "relays"),
          row(Meaning.EXPIRES_AT, "expiresAt", "relays"),
          row(Meaning.EXPIRES_AT, "video.expires_at", "relays of xAI"),
          row(Meaning.VIDEO_LENGTH, VideoTask.SECONDS, "chainhub-openai"),
          row(Meaning.VIDEO_LENGTH, "duration", "Seedance; as a text: Kling"),
          row(Meaning.VIDEO_LENGTH, "video.duration", "xAI"),
          row(Meaning.VIDEO_LENGTH, "task_result.videos[].duration", "Kling"),
          row(Meaning.VIDEO_LENGTH, "videos[].duration", "relays"),
          row(Meaning.VIDEO_LENGTH, "video_duration", "relays"),
          row(Meaning.VIDEO_LENGTH, path(VideoTask.DETAIL, "duration"), "relays"),
          row(Meaning.VIDEO_LENGTH, "usage.video_duration", "DashScope"));

  private TaskTimes() {}

  private static Row row(Meaning meaning, String path, String seenAt) {
    return new Row(meaning, path, seenAt, JsonPathWalker.steps(path));
  }

  /** Returns the first time with the meaning; null if there is none. */
  static @Nullable Instant instant(JsonValue task, Meaning meaning) {
    return first(task, meaning, TimeParser::parseInstant);
  }

  /** Returns the length of the video; null if absent or zero. */
  static @Nullable Duration videoLength(JsonValue task) {
    return first(task, Meaning.VIDEO_LENGTH, TaskTimes::parseLength);
  }

  private static @Nullable Duration parseLength(JsonCursor value) {
    Duration length = TimeParser.parseLength(value);
    return length == null || length.isZero() ? null : length;
  }

  private static <T> @Nullable T first(
      JsonValue task, Meaning meaning, Function<JsonCursor, @Nullable T> parser) {
    List<T> found = new ArrayList<>();
    readRows(task, meaning, parser, found);
    for (List<String> steps : found.isEmpty() ? WRAPPERS : List.<List<String>>of()) {
      JsonPathWalker.walk(
          steps, task, "", (path, value) -> readRows(value, meaning, parser, found));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static <T> void readRows(
      JsonValue object, Meaning meaning, Function<JsonCursor, @Nullable T> parser, List<T> found) {
    for (Row row : ROWS) {
      if (row.meaning == meaning && found.isEmpty()) {
        JsonPathWalker.walk(
            row.steps,
            object,
            "",
            (path, value) -> {
              T parsed = parser.apply(new JsonCursor(value));
              if (parsed != null) {
                found.add(parsed);
              }
            });
      }
    }
  }
}

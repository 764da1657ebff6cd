package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * State of a task at the time of one response, in one form for all gateways.
 *
 * <p>Immutable. Nothing is guessed: a value that is missing in the response is null here, and
 * {@link #raw} returns the complete task object.
 */
public final class TaskState {

  private static final List<String> CREATED_AT_PATHS =
      List.of(
          VideoTask.CREATED_AT,
          path(VideoTask.DETAIL, VideoTask.CREATED_AT),
          path(VideoTask.DETAIL, TaskDetail.PENDING_INFO, TaskPendingInfo.CREATED_AT),
          path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, TaskDraftInfo.CREATED_AT));

  private static final List<String> UPDATED_AT_PATHS =
      List.of(VideoTask.STATUS_UPDATE_TIME, "updated_at");

  private static final List<String> COMPLETED_AT_PATHS =
      List.of(VideoTask.COMPLETED_AT, "finished_at");

  private final TaskId id;
  private final JsonValue raw;
  private final Detail detail;
  private final @Nullable String status;
  private final Stage stage;
  private final @Nullable Integer progress;
  private final List<Asset> assets;
  private final @Nullable TaskFailure failure;

  private TaskState(TaskId id, JsonValue raw) {
    this.id = id;
    this.raw = raw;
    JsonCursor task = new JsonCursor(raw);
    detail = Detail.of(task.at(VideoTask.DETAIL).value());
    assets = AssetExtractor.extract(task);
    status = statusValueOf(task);
    boolean running = detail instanceof Detail.Veo veo && veo.isRunning();
    stage = StageMapping.stageOf(status, firstVideo() != null && !running);
    progress = ProgressParser.parse(task);
    failure = FailureExtractor.extract(task, stage, status);
  }

  /**
   * Parses the task object of a response.
   *
   * @param id the requested id; it is kept whatever id the response contains, because some gateways
   *     omit the model name from it
   * @param task the task object, without any envelope
   * @throws IllegalArgumentException if {@code task} is not a JSON object; every object is accepted
   */
  public static TaskState of(TaskId id, JsonValue task) {
    if (task.kind() != JsonValue.Kind.OBJECT) {
      throw new IllegalArgumentException(
          "expected a task as a JSON object, found a JSON " + task.kind());
    }
    return new TaskState(id, task);
  }

  /**
   * Parses a task that the generated client decoded.
   *
   * @param id the requested id, kept as in {@link #of(TaskId, JsonValue)}
   */
  public static TaskState of(TaskId id, VideoTask task) {
    return of(id, task.toJson());
  }

  private static @Nullable String statusValueOf(JsonCursor task) {
    String statusValue = task.at(VideoTask.STATUS).text();
    return statusValue != null ? statusValue : task.at(VideoTask.DETAIL, TaskDetail.STATUS).text();
  }

  /** Returns the requested id. */
  public TaskId id() {
    return id;
  }

  /** Returns the id in the response; null if there is none. */
  public @Nullable String reportedId() {
    return new JsonCursor(raw).at(VideoTask.ID).text();
  }

  /** Returns the stage that the status value maps to; never null. */
  public Stage stage() {
    return stage;
  }

  /** Returns the vendor's status value unchanged; null if there is none. */
  public @Nullable String status() {
    return status;
  }

  /**
   * Returns the progress in whole percent, 0-100, rounded down; null if absent. 100 does not mean
   * success.
   */
  public @Nullable Integer progress() {
    return progress;
  }

  /** Returns the {@code detail}, never null: a missing one is {@link Detail.Unknown}. */
  public Detail detail() {
    return detail;
  }

  /**
   * Returns the finished video. Null until the stage is SUCCEEDED (an earlier URL is a preview, see
   * {@link #assets}), and null if the response has no URL of a video: the gateway itself then
   * serves the file.
   */
  public @Nullable Asset result() {
    return stage == Stage.SUCCEEDED ? firstVideo() : null;
  }

  /** Returns every file that the response links to, in order of preference, at any stage. */
  public List<Asset> assets() {
    return assets;
  }

  private @Nullable Asset firstVideo() {
    for (Asset asset : assets) {
      if (asset.kind() == Asset.Kind.VIDEO || asset.kind() == Asset.Kind.WATERMARKED_VIDEO) {
        return asset;
      }
    }
    return null;
  }

  /** Returns why there is no result; non-null if and only if the stage is FAILED or CANCELLED. */
  public @Nullable TaskFailure failure() {
    return failure;
  }

  /** Returns when the task was created; null if absent. */
  public @Nullable Instant createdAt() {
    return firstTime(CREATED_AT_PATHS);
  }

  /** Returns when the gateway last changed the status; null if absent. */
  public @Nullable Instant updatedAt() {
    return firstTime(UPDATED_AT_PATHS);
  }

  /** Returns when the task was completed; null if absent. */
  public @Nullable Instant completedAt() {
    return firstTime(COMPLETED_AT_PATHS);
  }

  private @Nullable Instant firstTime(List<String> paths) {
    JsonCursor task = new JsonCursor(raw);
    return TimeParser.parseFirst(paths.stream().map(task::atPath).toArray(JsonCursor[]::new));
  }

  /** Returns the length of the video; null if absent. */
  public @Nullable Duration videoLength() {
    return TimeParser.parseSeconds(new JsonCursor(raw).at(VideoTask.SECONDS));
  }

  /** Returns the gateway's estimate of the remaining wait, parsed as seconds; null if absent. */
  public @Nullable Duration estimatedWait() {
    return TimeParser.parseSeconds(
        new JsonCursor(raw)
            .at(
                VideoTask.DETAIL,
                TaskDetail.PENDING_INFO,
                TaskPendingInfo.ESTIMATED_QUEUE_WAIT_TIME));
  }

  /**
   * Returns the task as the generated model, for the many properties without an accessor here.
   * Decodes it on every call.
   */
  public VideoTask task() {
    return VideoTask.of(raw);
  }

  /**
   * Returns the complete task object. It contains signed URLs and the prompt, so do not log it. It
   * is unchanged with one exception: if the gateway returns the API key, on its own or as part of a
   * URL, {@code …} replaces it, provided that the key has 16 characters or more (a shorter one
   * could be an ordinary text). The {@code toString} of this value masks the queries of URLs and
   * shortens long texts.
   */
  public JsonValue raw() {
    return raw;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskState that && id.equals(that.id) && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, raw);
  }

  /** Returns id, stage, status value and progress; neither URLs nor prompts. */
  @Override
  public String toString() {
    return "TaskState["
        + id
        + ", "
        + stage
        + (status == null ? "" : " (" + MaskedExcerpt.of(status, 40) + ")")
        + (progress == null ? "" : ", " + progress + "%")
        + "]";
  }
}

package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskTimes.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * State of a task at the time of one response, in one form for all gateways.
 *
 * <p>Immutable. A value that is missing in the response is null here, and {@link #raw} returns the
 * complete task object. Nothing is guessed, with one exception that is marked as such: see {@link
 * Asset#guessed}.
 */
public final class TaskState {

  private static final Detail NO_DETAIL = Detail.of(JsonValue.NULL);

  private final TaskId id;
  private final @Nullable JsonValue raw;
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
    List<Asset> known = AssetExtractor.extract(task);
    TaskStatus reported = StatusReader.read(task);
    status = reported.value();
    boolean running = detail instanceof Detail.Veo veo && veo.isRunning();
    boolean hasResult = AssetExtractor.firstVideo(known) != null && !running;
    boolean succeeded = reported.stage(hasResult) == Stage.SUCCEEDED;
    assets = succeeded ? AssetExtractor.extractSucceeded(task, known) : known;
    boolean refused =
        succeeded && AssetExtractor.firstVideo(assets) == null && RefusalFlags.find(task) != null;
    stage = refused ? Stage.FAILED : reported.stage(hasResult);
    progress = ProgressParser.parse(task);
    failure = FailureExtractor.extract(task, stage, reported);
  }

  /** Copies what {@link #withoutBody} keeps. */
  private TaskState(TaskState whole) {
    id = whole.id;
    raw = null;
    detail = NO_DETAIL;
    // Each response has its own copy of the same few texts.
    status = whole.status == null ? null : whole.status.intern();
    stage = whole.stage;
    progress = whole.progress;
    assets = List.of();
    failure = null;
  }

  /**
   * Parses the task object of a response.
   *
   * @param id the requested id; it is kept whatever id the response contains, because some gateways
   *     omit the model name from it
   * @param task the task object, without any envelope
   * @return the state
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
   * @param task the decoded task, with all properties of the response
   * @return the state
   */
  public static TaskState of(TaskId id, VideoTask task) {
    return of(id, task.toJson());
  }

  /** {@return the requested id} */
  public TaskId id() {
    return id;
  }

  /** {@return the id in the response; null if there is none} */
  public @Nullable String reportedId() {
    return new JsonCursor(raw()).at(VideoTask.ID).text();
  }

  /**
   * {@return the stage that the status value maps to; never null} A task that is finished according
   * to its status, but whose video is withheld because of its content, is {@link Stage#FAILED}.
   */
  public Stage stage() {
    return stage;
  }

  /**
   * Returns the vendor's status value unchanged. Of several values, as in an envelope with its own
   * {@code success}, it is the one that decides the stage.
   *
   * @return the value; null if the response has none, or reports the stage in another way, such as
   *     {@code "done": true}
   */
  public @Nullable String status() {
    return status;
  }

  /**
   * {@return the progress in whole percent, 0-100, rounded down; null if absent} 100 does not mean
   * success.
   */
  public @Nullable Integer progress() {
    return progress;
  }

  /** {@return the {@code detail}, never null: a missing one is {@link Detail.Unknown}} */
  public Detail detail() {
    return detail;
  }

  /**
   * {@return the finished video, the first of several; of an image task (see {@link #isImage}) the
   * first image} A URL that ends in an image type is never the result of another task.
   *
   * <p>Null until the stage is SUCCEEDED (an earlier URL is a preview, see {@link #assets}), and
   * null if the response has no URL of a result: the gateway itself then serves the file. If the
   * URL is at none of the places where gateways are known to return one, {@link Asset#guessed} is
   * true.
   */
  public @Nullable Asset result() {
    return stage == Stage.SUCCEEDED ? AssetExtractor.result(new JsonCursor(raw()), assets) : null;
  }

  /**
   * {@return every file that the response links to, at any stage: the videos in order of
   * preference, then the related files} Each URL occurs once. Inputs of the task are not included.
   */
  public List<Asset> assets() {
    return assets;
  }

  /**
   * {@return true if the task produces an image instead of a video, according to the {@code object}
   * in the response, such as {@code image}} The kind of its result is then {@link
   * Asset.Kind#IMAGE}.
   */
  public boolean isImage() {
    return AssetExtractor.isImageTask(new JsonCursor(raw()));
  }

  /** {@return why there is no result; non-null if and only if the stage is FAILED or CANCELLED} */
  public @Nullable TaskFailure failure() {
    return failure;
  }

  /** {@return when the task was created or submitted; null if absent} */
  public @Nullable Instant createdAt() {
    return TaskTimes.instant(raw(), Meaning.CREATED_AT);
  }

  /** {@return when the gateway last changed the status; null if absent} */
  public @Nullable Instant updatedAt() {
    return TaskTimes.instant(raw(), Meaning.UPDATED_AT);
  }

  /** {@return when the task was completed; null if absent} */
  public @Nullable Instant completedAt() {
    return TaskTimes.instant(raw(), Meaning.COMPLETED_AT);
  }

  /**
   * {@return when the file expires: the time in a property such as {@code expires_at}, else the end
   * of the signature in the URL of the {@link #result}; null if the response has neither}
   */
  public @Nullable Instant expiresAt() {
    Instant expiry = TaskTimes.instant(raw(), Meaning.EXPIRES_AT);
    Asset result = expiry == null ? result() : null;
    return result == null ? expiry : result.expiresAt();
  }

  /**
   * {@return the length of the video, from {@code seconds}, {@code duration} or the video in the
   * response, as a number or a text; null if absent or zero}
   */
  public @Nullable Duration videoLength() {
    return TaskTimes.videoLength(raw());
  }

  /** {@return the gateway's estimate of the remaining wait, parsed as seconds; null if absent} */
  public @Nullable Duration estimatedWait() {
    return TimeParser.parseSeconds(
        new JsonCursor(raw())
            .at(
                VideoTask.DETAIL,
                TaskDetail.PENDING_INFO,
                TaskPendingInfo.ESTIMATED_QUEUE_WAIT_TIME));
  }

  /**
   * {@return the task as the generated model, for the many properties without an accessor here}
   * Decodes it on every call.
   */
  public VideoTask task() {
    return VideoTask.of(raw());
  }

  /**
   * {@return the complete task object} It contains signed URLs and the prompt, so do not log it. It
   * is unchanged with one exception: if the gateway returns the API key, on its own or as part of a
   * URL, {@code …} replaces it, provided that the key has 16 characters or more (a shorter one
   * could be an ordinary text). The {@code toString} of this value masks the queries of URLs and
   * shortens long texts.
   */
  public JsonValue raw() {
    return raw == null ? summary() : raw;
  }

  private JsonValue summary() {
    Map<String, JsonValue> known = new LinkedHashMap<>();
    known.put(VideoTask.STATUS, status == null ? JsonValue.NULL : JsonValue.of(status));
    known.put(VideoTask.PROGRESS, progress == null ? JsonValue.NULL : JsonValue.of(progress));
    return JsonValue.of(known);
  }

  /**
   * {@return a small copy without the response, to keep the last state of many tasks in memory: its
   * id, stage, status value and progress are those of this state, {@link #raw} consists of the
   * status value and the progress, and there are no assets, times, detail or failure}
   */
  public TaskState withoutBody() {
    return raw == null ? this : new TaskState(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskState that && id.equals(that.id) && raw().equals(that.raw());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, raw());
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

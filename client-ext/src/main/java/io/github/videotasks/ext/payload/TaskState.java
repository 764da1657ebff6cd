package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway said of a task at one moment, folded into one form for all of them.
 *
 * <p>Immutable. Nothing is invented: what the answer does not say is null here, and {@link #raw}
 * has the whole answer.
 */
public final class TaskState {

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
    JsonCursor answer = new JsonCursor(raw);
    detail = Detail.of(answer.at("detail").value());
    assets = AssetExtractor.extract(answer);
    status = statusValueOf(answer);
    boolean goesOn = detail instanceof Detail.Veo veo && veo.isRunning();
    stage = StageMapping.stageOf(status, firstVideo() != null && !goesOn);
    progress = ProgressParser.parse(answer);
    failure = FailureExtractor.extract(answer, stage, status);
  }

  /**
   * Folds an answer.
   *
   * @param id the id that was asked for: it is kept, whatever id the answer names, because some
   *     gateways leave the model's name out of it
   * @param answer the task's object, without any envelope
   * @throws IllegalArgumentException if it is no object; no shape of an object fails
   */
  public static TaskState of(TaskId id, JsonValue answer) {
    if (answer.kind() != JsonValue.Kind.OBJECT) {
      throw new IllegalArgumentException("expected a task's object, found a JSON " + answer.kind());
    }
    return new TaskState(id, answer);
  }

  /** Folds an answer that the generated client decoded. */
  public static TaskState of(TaskId id, VideoTask task) {
    return of(id, task.toJson());
  }

  private static @Nullable String statusValueOf(JsonCursor answer) {
    String word = answer.at("status").text();
    return word != null ? word : answer.at("detail", "status").text();
  }

  /** The id that was asked for. */
  public TaskId id() {
    return id;
  }

  /** The id that the answer names; null if it names none. */
  public @Nullable String reportedId() {
    return new JsonCursor(raw).at("id").text();
  }

  public Stage stage() {
    return stage;
  }

  /** The vendor's word as it came; null if there is none. */
  public @Nullable String status() {
    return status;
  }

  /** Whole percent, 0-100, rounded down; null if not given. 100 does not mean success. */
  public @Nullable Integer progress() {
    return progress;
  }

  /** Never null: a missing detail is {@link Detail.Unknown}. */
  public Detail detail() {
    return detail;
  }

  /**
   * The finished video. Null until the stage is SUCCEEDED (an address that comes earlier is a
   * preview, see {@link #assets}) and for answers that name no address, whose file then is at the
   * gateway itself.
   */
  public @Nullable Asset result() {
    return stage == Stage.SUCCEEDED ? firstVideo() : null;
  }

  /** Every file that the answer points at, in order of preference, whatever the stage. */
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

  /** Why there is no result; not null exactly if the stage is FAILED or CANCELLED. */
  public @Nullable TaskFailure failure() {
    return failure;
  }

  public @Nullable Instant createdAt() {
    return firstTime(
        "created_at",
        "detail.created_at",
        "detail.pending_info.created_at",
        "detail.draft_info.created_at");
  }

  /** When the gateway last changed the status; null if not given. */
  public @Nullable Instant updatedAt() {
    return firstTime("status_update_time", "updated_at");
  }

  public @Nullable Instant completedAt() {
    return firstTime("completed_at", "finished_at");
  }

  private @Nullable Instant firstTime(String... places) {
    JsonCursor answer = new JsonCursor(raw);
    return TimeParser.parseFirst(Stream.of(places).map(answer::atPath).toArray(JsonCursor[]::new));
  }

  /** The length of the video; null if not given. */
  public @Nullable Duration videoLength() {
    return TimeParser.parseSeconds(new JsonCursor(raw).at("seconds"));
  }

  /** The gateway's estimate of the wait, read as seconds; null if not given. */
  public @Nullable Duration estimatedWait() {
    return TimeParser.parseSeconds(
        new JsonCursor(raw).at("detail", "pending_info", "estimated_queue_wait_time"));
  }

  /**
   * The answer as the contract's model, for the many members without an accessor here. Decoded at
   * each call.
   */
  public VideoTask task() {
    return VideoTask.of(raw);
  }

  /**
   * The task's object as it came, complete: signed addresses and the prompt are in it, so it is not
   * for logs. One thing is left out: where a gateway sends the API key back, as it is or as a part
   * of an address, {@code …} stands in its place, if the key has 16 characters or more (a shorter
   * one could be an ordinary word). Its {@code toString} masks queries of addresses and shortens
   * long texts.
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

  /** Id, stage, status word and progress; neither addresses nor prompts. */
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

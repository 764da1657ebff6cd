package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is going on, the {@code pending_info} of a waiting task, told apart by its {@code type}.
 *
 * <p>The permitted forms are fixed for a major version; see {@link Detail}.
 */
public sealed interface PendingInfo {

  /** The member as it came. */
  JsonValue raw();

  /** Chooses the form: an object of type {@code video_gen}, or unknown. */
  static PendingInfo of(JsonValue raw) {
    return "video_gen".equals(new JsonCursor(raw).at("type").text())
        ? new VideoGen(TaskPendingInfo.of(raw))
        : new Unknown(raw);
  }

  /** Calls the function of the form at hand: an exhaustive switch for Java 17. */
  default <R> R match(
      Function<? super VideoGen, ? extends R> videoGen,
      Function<? super Unknown, ? extends R> unknown) {
    return this instanceof VideoGen it ? videoGen.apply(it) : unknown.apply((Unknown) this);
  }

  /**
   * A video in the making.
   *
   * @param model every member that the contract knows; what is here beside it is folded from them
   */
  record VideoGen(TaskPendingInfo model) implements PendingInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** Whole percent, 0-100, rounded down; null if not given. */
    public @Nullable Integer progress() {
      return ProgressParser.parseFraction(JsonCursor.of(model, "progress_pct"));
    }

    /** How many tasks stand before this one; null if not given. */
    public @Nullable Integer queuePosition() {
      return NumberParser.parseCount(JsonCursor.of(model, "progress_pos_in_queue"));
    }

    /** The gateway's estimate, read as seconds; null if not given. */
    public @Nullable Duration estimatedWait() {
      return TimeParser.parseSeconds(JsonCursor.of(model, "estimated_queue_wait_time"));
    }

    /** What went wrong with this step; null if nothing is said. The task's status decides. */
    public @Nullable String failureReason() {
      return FailureExtractor.message(JsonCursor.of(model, "failure_reason"));
    }

    /** When the task was accepted; null if not given. */
    public @Nullable Instant createdAt() {
      return TimeParser.parseInstant(JsonCursor.of(model, "created_at"));
    }

    @Override
    public String toString() {
      Integer progress = progress();
      return "VideoGen[" + (progress == null ? "no progress" : progress + "%") + "]";
    }
  }

  /** Anything else: another type, no type, no object. */
  record Unknown(JsonValue raw) implements PendingInfo {

    /** The vendor's word; null if there is none. */
    public @Nullable String type() {
      return new JsonCursor(raw).at("type").text();
    }

    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code pending_info} of a waiting task, which describes the current step. Its {@code type}
 * selects the form.
 *
 * <p>The permitted forms are fixed for a major version; see {@link Detail}.
 */
public sealed interface PendingInfo {

  /** {@return the property value unchanged} */
  JsonValue raw();

  /**
   * Selects the form: an object of type {@code video_gen}, or unknown.
   *
   * @param raw any JSON value
   * @return the form that fits the value
   */
  static PendingInfo of(JsonValue raw) {
    return "video_gen".equals(new JsonCursor(raw).at(TaskPendingInfo.TYPE).text())
        ? new VideoGen(TaskPendingInfo.of(raw))
        : new Unknown(raw);
  }

  /**
   * Calls the function for the form of this value: an exhaustive switch for Java 17.
   *
   * @param <R> type of the result
   * @param videoGen called for {@link VideoGen}
   * @param unknown called for {@link Unknown}
   * @return the result of the function that was called
   */
  default <R> R match(
      Function<? super VideoGen, ? extends R> videoGen,
      Function<? super Unknown, ? extends R> unknown) {
    return this instanceof VideoGen it ? videoGen.apply(it) : unknown.apply((Unknown) this);
  }

  /**
   * A video that is being generated.
   *
   * @param model the generated model with every property that the contract declares; the other
   *     accessors are derived from it
   */
  record VideoGen(TaskPendingInfo model) implements PendingInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return the progress in whole percent, 0-100, rounded down; null if absent} */
    public @Nullable Integer progress() {
      return ProgressParser.parseFraction(JsonCursor.of(model, TaskPendingInfo.PROGRESS_PCT));
    }

    /** {@return the number of tasks before this one in the queue; null if absent} */
    public @Nullable Integer queuePosition() {
      return NumberParser.parseCount(JsonCursor.of(model, TaskPendingInfo.PROGRESS_POS_IN_QUEUE));
    }

    /** {@return the gateway's estimate of the remaining wait, parsed as seconds; null if absent} */
    public @Nullable Duration estimatedWait() {
      return TimeParser.parseSeconds(
          JsonCursor.of(model, TaskPendingInfo.ESTIMATED_QUEUE_WAIT_TIME));
    }

    /**
     * {@return the failure reason of this step; null if absent} Whether the task failed depends on
     * the task's status alone.
     */
    public @Nullable String failureReason() {
      return FailureExtractor.message(JsonCursor.of(model, TaskPendingInfo.FAILURE_REASON));
    }

    /** {@return when the task was accepted; null if absent} */
    public @Nullable Instant createdAt() {
      return TimeParser.parseInstant(JsonCursor.of(model, TaskPendingInfo.CREATED_AT));
    }

    @Override
    public String toString() {
      Integer progress = progress();
      return "VideoGen[" + (progress == null ? "no progress" : progress + "%") + "]";
    }
  }

  /**
   * Any other value: another type, a missing type, or a value that is not an object.
   *
   * @param raw the property value, unchanged; JSON null if absent
   */
  record Unknown(JsonValue raw) implements PendingInfo {

    /** {@return the vendor's type name; null if there is none} */
    public @Nullable String type() {
      return new JsonCursor(raw).at(TaskPendingInfo.TYPE).text();
    }

    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

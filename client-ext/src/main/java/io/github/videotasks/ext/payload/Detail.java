package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code detail} property of a task, in one of the forms that gateways use. The properties that
 * are present select the form; the status value has no influence.
 *
 * <p>Every form keeps the property value unchanged, so writing it produces an equal JSON tree.
 * Forms that are objects hold the generated model, which has an accessor for each declared
 * property.
 *
 * <p>With Java 21 and Kotlin, switch over the forms; on Java 17 use {@link #match}, which is as
 * exhaustive. The permitted forms are fixed for a major version: a form that gateways add in the
 * meantime is parsed as {@link Unknown}, so a switch compiled today always has a matching branch.
 */
public sealed interface Detail {

  /** {@return the property value unchanged; JSON null if the response has none} */
  JsonValue raw();

  /**
   * Selects the form.
   *
   * @param raw any JSON value; one that fits no other form becomes {@link Unknown}
   * @return the form that fits the properties of the value
   */
  static Detail of(JsonValue raw) {
    return DetailClassifier.classify(raw);
  }

  /**
   * Calls the function for the form of this value: an exhaustive switch for Java 17.
   *
   * @param <R> type of the result
   * @param waiting called for {@link Waiting}
   * @param finished called for {@link Finished}
   * @param veo called for {@link Veo}
   * @param unknown called for {@link Unknown}
   * @return the result of the function that was called
   */
  default <R> R match(
      Function<? super Waiting, ? extends R> waiting,
      Function<? super Finished, ? extends R> finished,
      Function<? super Veo, ? extends R> veo,
      Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Waiting it) {
      return waiting.apply(it);
    }
    if (this instanceof Finished it) {
      return finished.apply(it);
    }
    if (this instanceof Veo it) {
      return veo.apply(it);
    }
    return unknown.apply((Unknown) this);
  }

  /**
   * Detail of a queued or running task: {@code pending_info} is present.
   *
   * @param model the generated model with every property that the contract declares
   */
  record Waiting(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return the current step; never null} */
    public PendingInfo pendingInfo() {
      return PendingInfo.of(JsonCursor.of(model, TaskDetail.PENDING_INFO).value());
    }

    @Override
    public String toString() {
      return "Waiting[" + pendingInfo() + "]";
    }
  }

  /**
   * Detail of a task with a result: {@code draft_info} or a URL is present.
   *
   * @param model the generated model with every property that the contract declares
   */
  record Finished(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return the result's description; {@link DraftInfo.Unknown} if only URLs are present} */
    public DraftInfo draftInfo() {
      return DraftInfo.of(JsonCursor.of(model, TaskDetail.DRAFT_INFO).value());
    }

    @Override
    public String toString() {
      return "Finished[" + draftInfo() + "]";
    }
  }

  /**
   * Detail of the veo family: the request, images, and a flag for each step. The pages of the
   * contract do not show this form, so its properties are parsed here.
   *
   * @param model the properties that the contract declares, and the other properties unchanged
   */
  record Veo(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return true if the gateway reports the task as running; false if it does not} */
    public boolean isRunning() {
      return JsonCursor.of(model, "running").isTrue();
    }

    /** {@return the URL of the video, a secret while it is valid; null if absent} */
    public @Nullable String videoUrl() {
      return JsonCursor.of(model, VideoTask.VIDEO_URL).text();
    }

    /** {@return the URL of the upscaled video, a secret while it is valid; null if absent} */
    public @Nullable String upsampleVideoUrl() {
      return JsonCursor.of(model, "upsample_video_url").text();
    }

    /**
     * {@return the error text of this or an earlier attempt; null if absent} Whether the task
     * failed depends on the task's status alone.
     */
    public @Nullable String errorMessage() {
      for (String name : DetailClassifier.VEO_ERROR_PROPERTIES) {
        String text = FailureExtractor.message(JsonCursor.of(model, name));
        if (text != null) {
          return text;
        }
      }
      return null;
    }

    @Override
    public String toString() {
      return "Veo[" + (isRunning() ? "running" : "not running") + "]";
    }
  }

  /**
   * Any other value: absent, null, {@code {}}, a string, an array, or an object of another form.
   *
   * @param raw the property value, unchanged; JSON null if absent
   */
  record Unknown(JsonValue raw) implements Detail {
    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

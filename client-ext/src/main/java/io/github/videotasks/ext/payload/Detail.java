package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.runtime.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells beyond the task's status: its {@code detail}, in one of the forms that
 * gateways use. The form is chosen by what is there, whatever the status word says.
 *
 * <p>Every form keeps the member as it came, so writing it gives an equal tree. Forms that are
 * objects hold the contract's model of it, which has an accessor for each declared member.
 *
 * <p>With Java 21 and Kotlin, switch over the forms; on Java 17 use {@link #match}, which is as
 * exhaustive. The permitted forms are fixed for a major version: a form that gateways invent in the
 * meantime arrives as {@link Unknown}, so that a switch compiled today never meets a form that it
 * does not know.
 */
public sealed interface Detail {

  /** The member as it came; JSON null if the answer has none. */
  JsonValue raw();

  /** Chooses the form. Any value is welcome: what fits none of them is {@link Unknown}. */
  static Detail of(JsonValue raw) {
    return DetailClassifier.classify(raw);
  }

  /** Calls the function of the form at hand: an exhaustive switch for Java 17. */
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
   * Work is queued or going on: {@code pending_info} is there.
   *
   * @param model every member that the contract knows
   */
  record Waiting(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    public PendingInfo pendingInfo() {
      return PendingInfo.of(JsonCursor.of(model, "pending_info").value());
    }

    @Override
    public String toString() {
      return "Waiting[" + pendingInfo() + "]";
    }
  }

  /**
   * Something was made: {@code draft_info} or an address is there.
   *
   * @param model every member that the contract knows
   */
  record Finished(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** What was made; unknown if only addresses are there. */
    public DraftInfo draftInfo() {
      return DraftInfo.of(JsonCursor.of(model, "draft_info").value());
    }

    @Override
    public String toString() {
      return "Finished[" + draftInfo() + "]";
    }
  }

  /**
   * The form of the veo family: request, images, and a flag for each step. The contract's pages do
   * not show it, so its members are read here.
   *
   * @param model the members that the contract knows, and the others as they came
   */
  record Veo(TaskDetail model) implements Detail {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** Whether the gateway says that work goes on; false if it does not say. */
    public boolean isRunning() {
      return JsonCursor.of(model, "running").isTrue();
    }

    /** The video's address, a secret while it is valid; null if not given. */
    public @Nullable String videoUrl() {
      return JsonCursor.of(model, "video_url").text();
    }

    /** The address of the enlarged video, a secret while it is valid; null if not given. */
    public @Nullable String upsampleVideoUrl() {
      return JsonCursor.of(model, "upsample_video_url").text();
    }

    /** The error text of this or an earlier attempt: the task's status decides what it means. */
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

  /** Anything else: no detail, null, {@code {}}, a text, a list, or a form not known here. */
  record Unknown(JsonValue raw) implements Detail {
    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

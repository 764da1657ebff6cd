package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code draft_info} of a finished task, which describes the result. Its {@code kind} selects
 * the form.
 *
 * <p>The permitted forms are fixed for a major version; see {@link Detail}.
 */
public sealed interface DraftInfo {

  /** {@return the property value unchanged} */
  JsonValue raw();

  /**
   * Selects the form: kind {@code sora_draft} is a draft; a value with any other kind that is a
   * string, or with a {@code reason_str}, is a content violation; everything else is unknown.
   *
   * @param raw any JSON value
   * @return the form that fits the value
   */
  static DraftInfo of(JsonValue raw) {
    JsonCursor draft = new JsonCursor(raw);
    String kind = draft.at(TaskDraftInfo.KIND).text();
    if ("sora_draft".equals(kind)) {
      return new Draft(TaskDraftInfo.of(raw));
    }
    boolean violates = kind != null || draft.at("reason_str").text() != null;
    return violates ? new ContentViolation(TaskDraftInfo.of(raw)) : new Unknown(raw);
  }

  /**
   * Calls the function for the form of this value: an exhaustive switch for Java 17.
   *
   * @param <R> type of the result
   * @param draft called for {@link Draft}
   * @param violation called for {@link ContentViolation}
   * @param unknown called for {@link Unknown}
   * @return the result of the function that was called
   */
  default <R> R match(
      Function<? super Draft, ? extends R> draft,
      Function<? super ContentViolation, ? extends R> violation,
      Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Draft it) {
      return draft.apply(it);
    }
    if (this instanceof ContentViolation it) {
      return violation.apply(it);
    }
    return unknown.apply((Unknown) this);
  }

  /**
   * A finished video.
   *
   * @param model the generated model with every property that the contract declares; the other
   *     accessors are derived from it
   */
  record Draft(TaskDraftInfo model) implements DraftInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return when the video was created; null if absent} */
    public @Nullable Instant createdAt() {
      return TimeParser.parseInstant(JsonCursor.of(model, TaskDraftInfo.CREATED_AT));
    }

    @Override
    public String toString() {
      String id = JsonCursor.of(model, TaskDraftInfo.ID).text();
      return "Draft[" + (id == null ? "no id" : MaskedExcerpt.of(id, 40)) + "]";
    }
  }

  /**
   * A result that is withheld because of its content.
   *
   * @param model the generated model with every property that the contract declares
   */
  record ContentViolation(TaskDraftInfo model) implements DraftInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** {@return the vendor's name for the violation; null if there is only a reason} */
    public @Nullable String kind() {
      return JsonCursor.of(model, TaskDraftInfo.KIND).text();
    }

    /** {@return the vendor's reason; null if there is none} */
    public @Nullable String reason() {
      return JsonCursor.of(model, "reason_str").text();
    }

    @Override
    public String toString() {
      String kind = kind();
      return "ContentViolation[" + (kind == null ? "no kind" : MaskedExcerpt.of(kind, 40)) + "]";
    }
  }

  /**
   * Any other value; also used if the property is absent.
   *
   * @param raw the property value, unchanged; JSON null if absent
   */
  record Unknown(JsonValue raw) implements DraftInfo {
    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

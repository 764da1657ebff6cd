package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.runtime.JsonValue;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made, the {@code draft_info} of a finished task, told apart by its {@code kind}.
 *
 * <p>The permitted forms are fixed for a major version; see {@link Detail}.
 */
public sealed interface DraftInfo {

  /** The member as it came. */
  JsonValue raw();

  /**
   * Chooses the form: kind {@code sora_draft} is a draft; any other kind that is a text or gives a
   * {@code reason_str} is a content violation; everything else is unknown.
   */
  static DraftInfo of(JsonValue raw) {
    JsonCursor draft = new JsonCursor(raw);
    String kind = draft.at("kind").text();
    if ("sora_draft".equals(kind)) {
      return new Draft(TaskDraftInfo.of(raw));
    }
    boolean violates = kind != null || draft.at("reason_str").text() != null;
    return violates ? new ContentViolation(TaskDraftInfo.of(raw)) : new Unknown(raw);
  }

  /** Calls the function of the form at hand: an exhaustive switch for Java 17. */
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
   * A video that was made.
   *
   * @param model every member that the contract knows; what is here beside it is folded from them
   */
  record Draft(TaskDraftInfo model) implements DraftInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** When it was made; null if not given. */
    public @Nullable Instant createdAt() {
      return TimeParser.parseInstant(JsonCursor.of(model, "created_at"));
    }

    @Override
    public String toString() {
      String id = JsonCursor.of(model, "id").text();
      return "Draft[" + (id == null ? "no id" : MaskedExcerpt.of(id, 40)) + "]";
    }
  }

  /**
   * A result that is withheld because of its content.
   *
   * @param model every member that the contract knows
   */
  record ContentViolation(TaskDraftInfo model) implements DraftInfo {

    @Override
    public JsonValue raw() {
      return model.toJson();
    }

    /** The vendor's word for the violation; null if it only gives a reason. */
    public @Nullable String kind() {
      return JsonCursor.of(model, "kind").text();
    }

    /** The vendor's reason; null if there is none. */
    public @Nullable String reason() {
      return JsonCursor.of(model, "reason_str").text();
    }

    @Override
    public String toString() {
      String kind = kind();
      return "ContentViolation[" + (kind == null ? "no kind" : MaskedExcerpt.of(kind, 40)) + "]";
    }
  }

  /** Anything else, absent included. */
  record Unknown(JsonValue raw) implements DraftInfo {
    @Override
    public String toString() {
      return "Unknown[" + raw.kind() + "]";
    }
  }
}

package io.github.videotasks.ext.payload;

import io.github.videotasks.client.JsonValue;
import java.time.Instant;
import java.util.Objects;
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
    String kind = new Place(raw).at("kind").text();
    if ("sora_draft".equals(kind)) {
      return new Draft(raw);
    }
    boolean hasReason = new Place(raw).at("reason_str").text() != null;
    return hasReason || (kind != null && kind.contains("violation"))
        ? new ContentViolation(raw)
        : new Unknown(raw);
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

  /** A video that was made. */
  record Draft(JsonValue raw) implements DraftInfo {

    public @Nullable String id() {
      return new Place(raw).at("id").text();
    }

    public @Nullable String prompt() {
      return new Place(raw).at("prompt").text();
    }

    public @Nullable Instant createdAt() {
      return Times.instant(new Place(raw).at("created_at"));
    }

    /** The size in pixels; null if not given. */
    public @Nullable Integer width() {
      return Numbers.count(new Place(raw).at("width"));
    }

    /** The size in pixels; null if not given. */
    public @Nullable Integer height() {
      return Numbers.count(new Place(raw).at("height"));
    }

    @Override
    public String toString() {
      return "Draft[" + Objects.requireNonNullElse(id(), "no id") + "]";
    }
  }

  /** A result that is withheld because of its content. */
  record ContentViolation(JsonValue raw) implements DraftInfo {

    /** The vendor's word for the violation; null if it only gives a reason. */
    public @Nullable String kind() {
      return new Place(raw).at("kind").text();
    }

    /** The vendor's reason; null if there is none. */
    public @Nullable String reason() {
      return new Place(raw).at("reason_str").text();
    }

    @Override
    public String toString() {
      return "ContentViolation["
          + Excerpt.of(Objects.requireNonNullElse(kind(), "no kind"), 40)
          + "]";
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

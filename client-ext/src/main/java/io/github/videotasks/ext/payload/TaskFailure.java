package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * Reason why a task ended without a result.
 *
 * @param kind the category, which determines what a caller can do
 * @param code the vendor's error code, such as {@code content_policy_violation}; null if none
 * @param message the vendor's message, unchanged; it may quote the prompt
 * @param messageZh the vendor's message in Chinese ({@code message_zh}), unchanged; null if none
 * @param jsonPath the JSON path of the property that contains the reason; {@code status} if no
 *     property contains one and the message is the status value
 */
public record TaskFailure(
    Kind kind, @Nullable String code, String message, @Nullable String messageZh, String jsonPath) {

  /** Category of a failure. Kinds may be added, so a switch over them needs a default branch. */
  public enum Kind {
    /** The prompt or the result was rejected: the same prompt will be rejected again. */
    CONTENT_VIOLATION,
    /** The task was cancelled or interrupted. */
    CANCELLED,
    /** The video was not generated in time, or the result is no longer stored. */
    EXPIRED,
    /** Any other reason; a new task for the same video may succeed. */
    OTHER
  }

  private static final int MAX_SHOWN = 120;

  /** Returns kind, JSON path, code and the start of the message; queries of URLs are masked. */
  @Override
  public String toString() {
    return kind
        + " at "
        + jsonPath
        + (code == null ? "" : " code " + MaskedExcerpt.of(code, MAX_SHOWN))
        + ": "
        + MaskedExcerpt.of(message, MAX_SHOWN);
  }
}

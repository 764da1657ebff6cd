package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * Why a task ended without a result.
 *
 * @param kind what to do about it
 * @param code the vendor's code, such as {@code content_policy_violation}; null if none is given
 * @param message the vendor's words, as they came; may quote the prompt
 * @param jsonPath the JSON path of the member that told it; {@code status} if no member gives a
 *     reason and the status word is all there is
 */
public record TaskFailure(Kind kind, @Nullable String code, String message, String jsonPath) {

  /** What to do about a failure. Kinds may be added: give a switch over them a default. */
  public enum Kind {
    /** The prompt or the result was refused: the same prompt will be refused again. */
    CONTENT_VIOLATION,
    /** Somebody or something stopped it. */
    CANCELLED,
    /** It was not made in time, or the result is kept no longer. */
    EXPIRED,
    /** Any other reason; asking for the video anew may help. */
    OTHER
  }

  private static final int MAX_SHOWN = 120;

  /** Kind, place and code, and the start of the message, without queries of addresses. */
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

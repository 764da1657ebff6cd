package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;

/** The texts that a proposed correction has until a person writes its reason and its evidence. */
public final class CorrectionPlaceholders {
  /** In place of the reason. */
  public static final String WHY = "TO DO: say why the pages do not say this, or say it wrongly.";

  /** In place of the evidence. */
  public static final String EVIDENCE = "TO DO: pages/PAGE.md:LINE, and what it shows";

  private CorrectionPlaceholders() {}

  /** Returns whether a reason or evidence still has a placeholder. */
  static boolean isPlaceholder(JsonNode text) {
    for (JsonNode item : text) {
      if (isPlaceholder(item)) {
        return true;
      }
    }
    return text.asText().equals(WHY) || text.asText().equals(EVIDENCE);
  }
}

package io.github.videotasks.spec.review;

import java.time.LocalDate;

/**
 * The decision of a team to accept findings for some time.
 *
 * @param reason why they are accepted
 * @param until the last day
 * @param outdated whether that day has passed
 */
public record Acceptance(String reason, LocalDate until, boolean outdated) {
  /** Returns the decision in one sentence. */
  String sentence() {
    return "Known until " + until + (outdated ? ", which has passed: " : ": ") + reason;
  }
}

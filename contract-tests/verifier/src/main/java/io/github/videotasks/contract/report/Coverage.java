package io.github.videotasks.contract.report;

import java.util.List;

/**
 * How much of something the contracts reach.
 *
 * @param what of what, for example {@code operations of the canonical spec}
 * @param reached what some contract reaches
 * @param missed what none does
 */
public record Coverage(String what, List<String> reached, List<String> missed) {

  public Coverage {
    reached = List.copyOf(reached);
    missed = List.copyOf(missed);
  }

  /** How much is reached. */
  public int covered() {
    return reached.size();
  }

  /** How much there is. */
  public int all() {
    return reached.size() + missed.size();
  }

  /** Whether something is missed. */
  public boolean incomplete() {
    return !missed.isEmpty();
  }

  /** All that is reached, for people. */
  public String reachedText() {
    return String.join(", ", reached);
  }

  /** All that is missed, for people. */
  public String missedText() {
    return String.join(", ", missed);
  }
}

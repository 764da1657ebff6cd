package io.github.videotasks.contract.report;

import java.util.List;

/**
 * Coverage of the contracts, for one kind of item.
 *
 * @param what the kind of item, for example {@code operations of the canonical spec}
 * @param reached the items that at least one contract covers
 * @param missed the items that no contract covers
 */
public record Coverage(String what, List<String> reached, List<String> missed) {

  /**
   * Copies the lists.
   *
   * @param what the kind of item, for example {@code operations of the canonical spec}
   * @param reached the items that at least one contract covers
   * @param missed the items that no contract covers
   */
  public Coverage {
    reached = List.copyOf(reached);
    missed = List.copyOf(missed);
  }

  /** {@return the number of covered items} */
  public int covered() {
    return reached.size();
  }

  /** {@return the number of all items} */
  public int all() {
    return reached.size() + missed.size();
  }

  /** {@return whether some item is not covered} */
  public boolean incomplete() {
    return !missed.isEmpty();
  }

  /** {@return the covered items as text} */
  public String reachedText() {
    return String.join(", ", reached);
  }

  /** {@return the items that are not covered as text} */
  public String missedText() {
    return String.join(", ", missed);
  }
}

package io.github.videotasks.ext.simulation;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs histories and describes the first one that fails.
 *
 * @param history runs the history of a seed and throws an {@link InvariantViolation} if it fails
 */
public record Simulation(History history) {

  /** One kind of history. */
  @FunctionalInterface
  public interface History {
    /**
     * Runs a history.
     *
     * @param seed determines everything
     * @param log receives the events
     */
    void run(long seed, HistoryLog log);
  }

  /**
   * A history that failed.
   *
   * @param seed replays it
   * @param violation why it failed
   * @param log its events
   */
  record Failure(long seed, InvariantViolation violation, HistoryLog log) {

    String describe() {
      return "%s%nreplay the whole history with -Dsimulation.seed=%d; its last events:%n%s"
          .formatted(violation.getMessage(), seed, log.lastEvents());
    }
  }

  /**
   * Runs histories with consecutive seeds, from 1.
   *
   * @param counts returns false for a violation to ignore
   * @return the first one that failed; null if there is none
   */
  @Nullable Failure firstFailure(int histories, Predicate<InvariantViolation> counts) {
    for (long seed = 1; seed <= histories; seed++) {
      try {
        history.run(seed, new HistoryLog(false));
      } catch (InvariantViolation violation) {
        if (counts.test(violation)) {
          return replay(seed);
        }
      }
    }
    return null;
  }

  /**
   * Runs histories until one violates an invariant.
   *
   * @return the description of the failure; null if there is none
   */
  public @Nullable String firstFailure(int histories, Invariant invariant) {
    Failure failure = firstFailure(histories, it -> it.invariant() == invariant);
    return failure == null ? null : failure.describe();
  }

  /**
   * Runs a history again, with its log.
   *
   * @throws IllegalStateException if it does not fail again
   */
  private Failure replay(long seed) {
    HistoryLog log = new HistoryLog(true);
    try {
      history.run(seed, log);
    } catch (InvariantViolation violation) {
      return new Failure(seed, violation, log);
    }
    throw new IllegalStateException(
        "expected the history of seed %d to fail again, found that it does not; find what its run depends on besides the seed"
            .formatted(seed));
  }

  /**
   * Runs the histories that the system properties select: {@code simulation.histories} of them, or
   * the one of {@code simulation.seed}, whose events are printed.
   *
   * @param defaultHistories the number of histories without the property
   * @throws AssertionError if a history fails
   */
  public void runSelected(int defaultHistories) {
    Long seed = Long.getLong("simulation.seed");
    if (seed != null) {
      HistoryLog log = new HistoryLog(true);
      try {
        history.run(seed, log);
      } finally {
        System.out.println(log);
      }
      return;
    }
    int histories = Integer.getInteger("simulation.histories", defaultHistories);
    Failure failure = firstFailure(histories, violation -> true);
    if (failure != null) {
      throw new AssertionError(failure.describe(), failure.violation());
    }
  }
}

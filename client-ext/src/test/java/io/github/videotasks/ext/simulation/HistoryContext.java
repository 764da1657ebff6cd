package io.github.videotasks.ext.simulation;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the parts of one history share: virtual time, log and the first violation. */
public final class HistoryContext {

  private final SplittableRandom random;
  private final SeededScheduler scheduler;
  private final HistoryLog log;
  private @Nullable InvariantViolation violation;

  /**
   * Creates a context at the start of a history.
   *
   * @param beforeEvent run before each event, when the time has advanced
   * @param afterEvent run after each event, before the time advances
   * @param whenQuiescent run after each event during which no other event is blocked
   */
  public HistoryContext(
      long seed,
      HistoryLog log,
      Runnable beforeEvent,
      Runnable afterEvent,
      Runnable whenQuiescent) {
    random = new SplittableRandom(seed);
    this.log = log;
    scheduler =
        new SeededScheduler(
            random.split(),
            beforeEvent,
            afterEvent,
            () -> {
              whenQuiescent.run();
              throwViolation();
            });
  }

  /** Returns the virtual time in nanoseconds since the start of the history. */
  public long now() {
    return scheduler.nanoTime();
  }

  /** Returns the scheduler of all events. */
  public SeededScheduler scheduler() {
    return scheduler;
  }

  /** Returns a source of random values for one part of the history. */
  public SplittableRandom newRandom() {
    return random.split();
  }

  /** Adds an event to the log. */
  public void log(Object... parts) {
    log.add(now(), parts);
  }

  /**
   * Records a violation. It is thrown after the event, because the client would catch it in a
   * listener or in a poll.
   *
   * @param invariant the violated invariant
   * @param subject the wait, poll or client that violates it
   * @param expected what the invariant requires
   * @param found what happened
   */
  public void violate(Invariant invariant, Object subject, Object expected, Object found) {
    if (violation == null) {
      violation = new InvariantViolation(invariant, subject, expected, found);
      log(violation);
    }
  }

  /** Throws the recorded violation, if there is one. */
  public void throwViolation() {
    if (violation != null) {
      throw violation;
    }
  }
}

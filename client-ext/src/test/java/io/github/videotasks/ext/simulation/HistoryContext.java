package io.github.videotasks.ext.simulation;

import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What the parts of one history share: virtual time, log and the first violation. */
final class HistoryContext {

  final SplittableRandom random;
  final HistoryLog log;
  final SeededScheduler scheduler;
  private @Nullable InvariantViolation violation;

  /**
   * Creates a context at the start of a history.
   *
   * @param beforeEvent is called with the time before each event
   * @param whenQuiescent is called with the time after each event that nothing blocks
   */
  HistoryContext(long seed, HistoryLog log, LongConsumer beforeEvent, LongConsumer whenQuiescent) {
    random = new SplittableRandom(seed);
    this.log = log;
    scheduler =
        new SeededScheduler(
            random.split(),
            () -> beforeEvent.accept(now()),
            () -> {
              whenQuiescent.accept(now());
              throwViolation();
            });
  }

  long now() {
    return scheduler.nanoTime();
  }

  void log(Object... parts) {
    log.add(now(), parts);
  }

  /**
   * Records a violation. It is thrown after the event, because the client would catch it in a
   * listener or in a poll.
   */
  void violate(Invariant invariant, Object subject, Object expected, Object found) {
    if (violation == null) {
      violation = new InvariantViolation(invariant, subject, expected, found);
      log(violation);
    }
  }

  void throwViolation() {
    if (violation != null) {
      throw violation;
    }
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.ext.simulation.Invariant;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Scheduler with a bug, to prove that the simulation of downloads finds it. */
final class FaultyScheduler implements Scheduler {

  /** A bug, and the invariant that it violates. */
  enum Bug {
    RUNS_LATE(Invariant.DEADLINE_KEPT),
    RUNS_EARLY(Invariant.RATE_KEPT),
    NEVER_RUNS(Invariant.NO_LOST_END),
    NEVER_CANCELS(Invariant.NOTHING_LEAKS);

    final Invariant invariant;

    Bug(Invariant invariant) {
      this.invariant = invariant;
    }
  }

  private final Scheduler correct;
  private final Bug bug;

  FaultyScheduler(Scheduler correct, Bug bug) {
    this.correct = correct;
    this.bug = bug;
  }

  @Override
  public long nanoTime() {
    return correct.nanoTime();
  }

  @Override
  public @Nullable Executor callbackExecutor() {
    return correct.callbackExecutor();
  }

  @Override
  public Instant now() {
    return correct.now();
  }

  @Override
  public ScheduledCall schedule(Duration delay, Runnable task) {
    return switch (bug) {
      case RUNS_LATE -> correct.schedule(delay.plusSeconds(1), task);
      case RUNS_EARLY -> correct.schedule(delay.dividedBy(2), task);
      case NEVER_RUNS -> () -> {};
      case NEVER_CANCELS -> {
        correct.schedule(delay, task);
        yield () -> {};
      }
    };
  }

  /** Polls are correct, so that the downloads start. */
  @Override
  public ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
    return correct.scheduleNonBlocking(delay, task);
  }
}

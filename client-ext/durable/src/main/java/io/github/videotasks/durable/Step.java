package io.github.videotasks.durable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is committed for one wait after its poll. */
sealed interface Step {

  /** The wait as it was read. */
  WaitRow row();

  /** The same step for another version of its wait. */
  Step withRow(WaitRow other);

  /**
   * The wait stays open.
   *
   * @param snapshot the snapshot to store; null to keep the stored one
   * @param holder the node that is still polling; null if none
   */
  record Continue(WaitRow row, Instant dueAt, @Nullable String snapshot, @Nullable String holder)
      implements Step {

    Continue(WaitRow row, Instant dueAt, @Nullable String snapshot) {
      this(row, dueAt, snapshot, null);
    }

    @Override
    public Step withRow(WaitRow other) {
      return new Continue(other, dueAt, snapshot, holder);
    }
  }

  /**
   * The wait has ended.
   *
   * @param seconds the age of the task at its end, to learn from; null if it is not known
   */
  record End(
      WaitRow row,
      WaitOutcome outcome,
      int polls,
      @Nullable String status,
      @Nullable String problem,
      @Nullable Double seconds)
      implements Step {
    @Override
    public Step withRow(WaitRow other) {
      return new End(other, outcome, polls, status, problem, seconds);
    }
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.DurationProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The policy of a wait as pure functions of a snapshot and an answer, for those who have a
 * scheduler of their own, such as one over many machines: store {@link #begin}, ask, store what
 * {@link #afterResponse} or {@link #afterError} gives, ask again after its pause. Every machine may
 * take the next step. The waits of this library take the same steps.
 *
 * <p>Not part of it is what spans tasks: sharing questions, limits, and slowing down together after
 * a 429, which here slows the one task. A question that was repeated at once counts once.
 *
 * @param policy how patiently; its deadline counts in {@link #begin} only
 * @param profile what is known about the durations of such tasks; {@link
 *     DurationProfile#UNKNOWN_MODEL} if nothing
 */
public record PollSteps(WaitPolicy policy, DurationProfile profile) {

  /** No pause to a last question is shorter. */
  private static final Duration MIN_PAUSE = Verdict.MIN_PAUSE;

  /** For a model of which nothing is known. */
  public static PollSteps of(WaitPolicy policy) {
    return new PollSteps(policy, DurationProfile.UNKNOWN_MODEL);
  }

  /**
   * The snapshot of a wait that has not asked yet.
   *
   * @param gateway the address that is asked, without secrets
   * @param way how it is asked, see {@link TaskSource#endpoint}; may be empty
   * @param now the time of the day
   */
  public WaitSnapshot begin(String gateway, String way, TaskId id, Instant now) {
    return new WaitSnapshot(
        gateway, way, id, now, now.plus(policy.deadline()), Duration.ZERO, PollHistory.EMPTY);
  }

  /**
   * What follows from an answer.
   *
   * @param now the time of the day; if it went back since the snapshot, no time has passed
   */
  public PollDecision afterResponse(WaitSnapshot before, TaskState state, Instant now) {
    return decide(
        before, now, situation -> Verdict.afterResponse(situation, before.history(), state));
  }

  /** What follows from an error. */
  public PollDecision afterError(WaitSnapshot before, VideoTasksException error, Instant now) {
    return decide(before, now, situation -> Verdict.afterError(situation, before.history(), error));
  }

  private PollDecision decide(
      WaitSnapshot before, Instant now, Function<PollContext, Verdict> verdicts) {
    Duration byClock = Duration.between(before.startedAt(), now);
    Duration elapsed = byClock.compareTo(before.elapsed()) < 0 ? before.elapsed() : byClock;
    Duration total = Duration.between(before.startedAt(), before.deadline());
    Duration left = total.minus(elapsed);
    Verdict verdict =
        verdicts.apply(
            new PollContext(before.id(), policy, elapsed, left, now, profile, policy.jitter()));
    WaitSnapshot after = before.with(verdict.memory(), elapsed);
    if (verdict instanceof Verdict.Done done) {
      return new PollDecision.Finish(after, done.state());
    }
    if (verdict instanceof Verdict.GiveUp giveUp) {
      return new PollDecision.GiveUp(after, giveUp.error());
    }
    Duration pause = ((Verdict.Again) verdict).pause();
    return left.compareTo(MIN_PAUSE) < 0
        ? atDeadline(after, total)
        : new PollDecision.PollAgain(after, pause.compareTo(left) > 0 ? left : pause);
  }

  /**
   * As in the waits of this library, a task that has ended, if only without its address, counts.
   */
  private static PollDecision atDeadline(WaitSnapshot after, Duration total) {
    PollHistory memory = after.history();
    TaskState last = memory.lastState();
    return last != null && last.stage().isTerminal()
        ? new PollDecision.Finish(after, last)
        : new PollDecision.GiveUp(
            after, new WaitTimeoutException(after.id(), memory, total, after.elapsed()));
  }
}

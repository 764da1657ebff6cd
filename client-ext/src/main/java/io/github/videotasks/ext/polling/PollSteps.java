package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.DurationProfile;
import java.time.Duration;
import java.time.Instant;

/**
 * The steps of a wait as pure functions of a stored snapshot and a response, for callers with their
 * own scheduler, for example one over many machines. The poll loops of this library follow the same
 * rules.
 *
 * <p>Store the snapshot of {@link #begin} and poll; pass the result to {@link #afterResponse} or
 * {@link #afterError}; store the snapshot of the returned {@link PollDecision}, and poll again
 * after its pause. Any machine can take the next step.
 *
 * <p>Features that span several tasks are not included: sharing polls, rate limits, and a common
 * pause after a 429, which here delays only the one task. A poll counts once, however many retries
 * it took. An outage is counted from the first failed poll in the snapshot, and the gateway has
 * responded if the snapshot contains a response, see {@link WaitPolicy#outageTolerance}.
 *
 * @param policy the limits and the schedule; its deadline is used by {@link #begin} only
 * @param profile the expected duration of the task; {@link DurationProfile#UNKNOWN_MODEL} if
 *     nothing is known about its model
 */
public record PollSteps(WaitPolicy policy, DurationProfile profile) {

  /**
   * {@return the steps for a task of an unknown model}
   *
   * @param policy the limits and the schedule
   */
  public static PollSteps of(WaitPolicy policy) {
    return new PollSteps(policy, DurationProfile.UNKNOWN_MODEL);
  }

  /**
   * {@return the snapshot of a wait before its first poll}
   *
   * @param gateway the base URL of the gateway, without secrets
   * @param endpoint the name of the endpoint to poll, see {@link TaskSource#endpoint}; may be empty
   * @param id the task to wait for
   * @param now the current time; the deadline of the policy is counted from it
   */
  public WaitSnapshot begin(String gateway, String endpoint, TaskId id, Instant now) {
    return new WaitSnapshot(
        gateway, endpoint, id, now, now.plus(policy.deadline()), Duration.ZERO, PollHistory.EMPTY);
  }

  /**
   * Decides what to do after a response.
   *
   * @param before the snapshot stored before the poll
   * @param state the response
   * @param now the current time; if the clock went back since the snapshot, no time has passed
   * @return the next step, whose snapshot includes the response
   */
  public PollDecision afterResponse(WaitSnapshot before, TaskState state, Instant now) {
    PollContext context = context(before, now);
    return clampToDeadline(PollDecisions.afterResponse(context, before, state), context);
  }

  /**
   * Decides what to do after a poll that failed.
   *
   * @param before the snapshot stored before the poll
   * @param error the error of the poll
   * @param now the current time; if the clock went back since the snapshot, no time has passed
   * @return the next step, whose snapshot includes the error
   */
  public PollDecision afterError(WaitSnapshot before, VideoTasksException error, Instant now) {
    PollContext context = context(before, now);
    return clampToDeadline(PollDecisions.afterError(context, before, error), context);
  }

  private PollContext context(WaitSnapshot before, Instant now) {
    Duration elapsed = SnapshotLimits.elapsedAt(before, now);
    Duration remaining = total(before).minus(elapsed);
    return new PollContext(
        before.id(), policy, elapsed, remaining, now, profile, false, policy.jitter());
  }

  private static Duration total(WaitSnapshot snapshot) {
    return Duration.between(snapshot.startedAt(), snapshot.deadline());
  }

  /** Shortens a pause that would exceed the deadline; ends the wait if no poll fits before it. */
  private static PollDecision clampToDeadline(PollDecision decision, PollContext context) {
    if (!(decision instanceof PollDecision.PollAgain again)) {
      return decision;
    }
    Duration remaining = context.remaining();
    if (remaining.compareTo(PollDecisions.MIN_PAUSE) < 0) {
      return atDeadline(again.snapshot());
    }
    return again.pause().compareTo(remaining) > 0
        ? new PollDecision.PollAgain(again.snapshot(), remaining)
        : again;
  }

  /** A task that has ended is a result also without its URL, as in {@link PollLoopWatch}. */
  private static PollDecision atDeadline(WaitSnapshot after) {
    PollHistory history = after.history();
    TaskState last = history.lastState();
    return last != null && last.stage().isTerminal()
        ? new PollDecision.Finish(after, last)
        : new PollDecision.GiveUp(
            after, new WaitTimeoutException(after.id(), history, total(after), after.elapsed()));
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state that a wait carries from one poll to the next. Immutable.
 *
 * @param timeline the polls and stages so far
 * @param streaks the counts of consecutive events
 * @param lastState the last response; null if there was none
 * @param lastError the last error; null if there was none
 * @param ageAtStart the age of the task when the wait began; zero if no response has a plausible
 *     creation date
 * @param evidence the estimate of the end from the progress so far
 * @param lastChangeAt the time of the last change, counted from the start of the wait
 */
record PollHistory(
    Timeline timeline,
    Streaks streaks,
    @Nullable TaskState lastState,
    @Nullable VideoTasksException lastError,
    Duration ageAtStart,
    ProgressEvidence evidence,
    Duration lastChangeAt) {

  /**
   * Counts of consecutive events; a response with a task resets them.
   *
   * @param errors the polls that failed since the outage began
   * @param outageSince the time of the first of them, counted from the start of the wait; null if
   *     there is no outage, or if only another process has polled in it
   * @param notFound the polls since the last response for which the task was not known
   * @param gracePolls the polls since the task ended without a URL
   * @param stalled whether a stall was counted since the last change
   */
  record Streaks(
      int errors, @Nullable Duration outageSince, int notFound, int gracePolls, boolean stalled) {
    static final Streaks NONE = new Streaks(0, null, 0, 0, false);

    /** Returns {@link #NONE} itself in the usual case, as there is one for each open wait. */
    static Streaks afterResponse(int gracePolls, boolean stalled) {
      return gracePolls == 0 && !stalled ? NONE : new Streaks(0, null, 0, gracePolls, stalled);
    }

    /**
     * Another process is about to continue the wait: the time without any poll is not an outage.
     */
    Streaks resumed() {
      return new Streaks(errors, null, notFound, gracePolls, stalled);
    }
  }

  static final PollHistory EMPTY =
      new PollHistory(
          Timeline.EMPTY,
          Streaks.NONE,
          null,
          null,
          Duration.ZERO,
          ProgressEvidence.NONE,
          Duration.ZERO);

  /**
   * The maximal plausible age of a task. A creation date before it comes from an example, or from a
   * gateway that sends the wrong time zone, and is ignored.
   */
  private static final Duration MAX_TASK_AGE = Duration.ofHours(24);

  int polls() {
    return timeline.polls();
  }

  PollHistory withResponse(TaskState state, PollContext now) {
    boolean changed = isChange(lastState, state);
    boolean stalledNow = !changed && isStalled(now);
    Duration start = ageAtStart.isZero() ? ageAtStart(state, now) : ageAtStart;
    Integer progress = state.progress();
    return new PollHistory(
        timeline.withResponse(
            now.elapsed(),
            state,
            now.policy().keepsTimeline() && isStatusChange(lastState, state),
            isRegression(lastState, state),
            stalledNow && !streaks.stalled()),
        Streaks.afterResponse(
            state.stage().isTerminal() ? streaks.gracePolls() + 1 : 0, stalledNow),
        state,
        lastError,
        start,
        progress == null ? evidence : evidence.with(seconds(start.plus(now.elapsed())), progress),
        changed ? now.elapsed() : lastChangeAt);
  }

  private boolean isStalled(PollContext now) {
    return now.elapsed().minus(lastChangeAt).compareTo(now.policy().stallAfter()) >= 0;
  }

  static boolean isStatusChange(@Nullable TaskState before, TaskState now) {
    return before == null
        || before.stage() != now.stage()
        || !Objects.equals(before.status(), now.status());
  }

  static boolean isChange(@Nullable TaskState before, TaskState now) {
    return isStatusChange(before, now)
        || before == null
        || !Objects.equals(before.progress(), now.progress());
  }

  /** Whether the stage went back from RUNNING to QUEUED, or the progress decreased. */
  static boolean isRegression(@Nullable TaskState before, TaskState now) {
    if (before == null || now.stage().isTerminal()) {
      return false;
    }
    Integer previous = before.progress();
    Integer current = now.progress();
    return (previous != null && current != null && current < previous)
        || (before.stage() == Stage.RUNNING && now.stage() == Stage.QUEUED);
  }

  private static Duration ageAtStart(TaskState state, PollContext now) {
    Instant created = state.createdAt();
    if (created == null || created.isBefore(now.wallClock().minus(MAX_TASK_AGE))) {
      return Duration.ZERO;
    }
    Duration start = Duration.between(created, now.wallClock()).minus(now.elapsed());
    return start.isNegative() ? Duration.ZERO : start;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** Returns the history with another form of the last response. */
  PollHistory withLastState(TaskState state) {
    return new PollHistory(timeline, streaks, state, lastError, ageAtStart, evidence, lastChangeAt);
  }

  /**
   * Whether a response has been readable: a task, or the statement that the task is not known. A
   * 429 does not count, because any proxy sends it.
   */
  boolean hasReadableResponse() {
    return lastState != null || timeline.notFound() > 0;
  }

  /** Returns the history for a process that resumes the wait: the next failure begins an outage. */
  PollHistory resumed() {
    return new PollHistory(
        timeline, streaks.resumed(), lastState, lastError, ageAtStart, evidence, lastChangeAt);
  }

  /** The gateway does not know the task. The response is readable, so it ends an outage. */
  PollHistory withNotFound(VideoTasksException error) {
    return withFailure(error, timeline.withNotFound(), 0, null, streaks.notFound() + 1);
  }

  /** A 429 does not belong to an outage: the gateway works, and all its tasks slow down. */
  PollHistory withRateLimit(VideoTasksException error) {
    return withFailure(error, timeline.withRateLimit(), 0, null, streaks.notFound());
  }

  /** No response, or one that is not readable: an outage begins or continues. */
  PollHistory withOutage(VideoTasksException error, Duration now) {
    Duration since = streaks.outageSince() == null ? now : streaks.outageSince();
    return withFailure(
        error, timeline.withError(), streaks.errors() + 1, since, streaks.notFound());
  }

  private PollHistory withFailure(
      VideoTasksException error,
      Timeline updated,
      int errors,
      @Nullable Duration outageSince,
      int notFound) {
    boolean ended = lastState != null && lastState.stage().isTerminal();
    int gracePolls = streaks.gracePolls() + (ended ? 1 : 0);
    return new PollHistory(
        updated,
        new Streaks(errors, outageSince, notFound, gracePolls, streaks.stalled()),
        lastState,
        error,
        ageAtStart,
        evidence,
        lastChangeAt);
  }

  /**
   * Returns the exception with which a wait ends because of an error.
   *
   * @param error the error of the last poll, or another reason to end the wait
   * @param elapsed the time since the wait began
   */
  VideoTasksException endingWith(VideoTasksException error, Duration elapsed) {
    return error.waitTimeline() == null
        ? error.endingWait(polls(), elapsed, lastState, timeline.toString())
        : error;
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a wait remembers from one question to the next.
 *
 * @param timeline what happened so far
 * @param streaks what happened several times in a row
 * @param lastState the last answer; null if there was none
 * @param lastError the last error; null if there was none
 * @param ageAtStart how old the task was when the wait began; zero if no answer says so
 * @param evidence what the progress so far says about the end
 * @param lastChangeAt when the last change was seen, as the time since the wait began
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
   * What happened in a row.
   *
   * @param errors the questions since the last answer that failed for a passing reason
   * @param notFound the questions since the last answer whose task was not known
   * @param gracePolls the questions since the task finished without an address
   * @param stalled whether nothing has changed for long, and that was told
   */
  record Streaks(int errors, int notFound, int gracePolls, boolean stalled) {
    static final Streaks NONE = new Streaks(0, 0, 0, false);
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
   * Older tasks are examples, or their gateway means another zone than it says: an age is believed
   * only if it can be.
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
            isStatusChange(lastState, state),
            isRegression(lastState, state),
            stalledNow && !streaks.stalled()),
        new Streaks(0, 0, state.stage().isTerminal() ? streaks.gracePolls() + 1 : 0, stalledNow),
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

  /** From RUNNING to QUEUED, or to a smaller progress. */
  static boolean isRegression(@Nullable TaskState before, TaskState now) {
    if (before == null || now.stage().isTerminal()) {
      return false;
    }
    Integer was = before.progress();
    Integer is = now.progress();
    return (was != null && is != null && is < was)
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

  PollHistory withNotFound(VideoTasksException error) {
    return withFailure(error, timeline.withNotFound(), streaks.errors(), streaks.notFound() + 1);
  }

  /** A 429 costs nothing of the budget: the gateway is well, and all tasks of it slow down. */
  PollHistory withError(VideoTasksException error) {
    return error.kind() == ErrorKind.RATE_LIMITED
        ? withFailure(error, timeline.withRateLimit(), streaks.errors(), streaks.notFound())
        : withFailure(error, timeline.withError(), streaks.errors() + 1, streaks.notFound());
  }

  private PollHistory withFailure(
      VideoTasksException error, Timeline told, int errors, int notFound) {
    boolean ended = lastState != null && lastState.stage().isTerminal();
    return new PollHistory(
        told,
        new Streaks(errors, notFound, streaks.gracePolls() + (ended ? 1 : 0), streaks.stalled()),
        lastState,
        error,
        ageAtStart,
        evidence,
        lastChangeAt);
  }
}

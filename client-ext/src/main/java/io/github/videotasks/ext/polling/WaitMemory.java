package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a wait remembers from one question to the next.
 *
 * @param timeline what happened so far
 * @param streaks what happened several times in a row
 * @param last the last answer; null if there was none
 * @param lastError the last error; null if there was none
 * @param ageAtStart how old the task was when the wait began; zero if no answer says so
 * @param evidence what the progress so far says about the end
 * @param changedAt when the last change was seen, as the time since the wait began
 */
record WaitMemory(
    Timeline timeline,
    Streaks streaks,
    @Nullable TaskState last,
    @Nullable VideoTasksException lastError,
    Duration ageAtStart,
    Evidence evidence,
    Duration changedAt) {

  /**
   * What happened in a row.
   *
   * @param errors the questions since the last answer that failed for a passing reason
   * @param notFound the questions since the last answer whose task was not known
   * @param grace the questions since the task finished without an address
   * @param stalled whether nothing has changed for long, and that was told
   */
  record Streaks(int errors, int notFound, int grace, boolean stalled) {
    static final Streaks NONE = new Streaks(0, 0, 0, false);
  }

  static final WaitMemory START =
      new WaitMemory(
          Timeline.EMPTY, Streaks.NONE, null, null, Duration.ZERO, Evidence.NONE, Duration.ZERO);

  /**
   * Older tasks are examples, or their gateway means another zone than it says: an age is believed
   * only if it can be.
   */
  private static final Duration OLDEST = Duration.ofHours(24);

  int polls() {
    return timeline.polls();
  }

  WaitMemory answered(TaskState state, Situation now) {
    boolean changed = isChange(last, state);
    boolean stalledNow = !changed && isStalled(now);
    Duration start = ageAtStart.isZero() ? ageAtStart(state, now) : ageAtStart;
    Integer progress = state.progress();
    return new WaitMemory(
        timeline.answered(
            now.elapsed(),
            state,
            isTransition(last, state),
            wentBack(last, state),
            stalledNow && !streaks.stalled()),
        new Streaks(0, 0, state.stage().isTerminal() ? streaks.grace() + 1 : 0, stalledNow),
        state,
        lastError,
        start,
        progress == null ? evidence : evidence.with(seconds(start.plus(now.elapsed())), progress),
        changed ? now.elapsed() : changedAt);
  }

  private boolean isStalled(Situation now) {
    return now.elapsed().minus(changedAt).compareTo(now.policy().stallAfter()) >= 0;
  }

  static boolean isTransition(@Nullable TaskState before, TaskState now) {
    return before == null
        || before.stage() != now.stage()
        || !Objects.equals(before.status(), now.status());
  }

  static boolean isChange(@Nullable TaskState before, TaskState now) {
    return isTransition(before, now)
        || before == null
        || !Objects.equals(before.progress(), now.progress());
  }

  /** From RUNNING to QUEUED, or to a smaller progress. */
  static boolean wentBack(@Nullable TaskState before, TaskState now) {
    if (before == null || now.stage().isTerminal()) {
      return false;
    }
    Integer was = before.progress();
    Integer is = now.progress();
    return (was != null && is != null && is < was)
        || (before.stage() == Stage.RUNNING && now.stage() == Stage.QUEUED);
  }

  private static Duration ageAtStart(TaskState state, Situation now) {
    Instant created = state.createdAt();
    if (created == null || created.isBefore(now.clock().minus(OLDEST))) {
      return Duration.ZERO;
    }
    Duration start = Duration.between(created, now.clock()).minus(now.elapsed());
    return start.isNegative() ? Duration.ZERO : start;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  WaitMemory unknown(VideoTasksException error) {
    return after(error, timeline.unknown(), streaks.errors(), streaks.notFound() + 1);
  }

  /** A 429 costs nothing of the budget: the gateway is well, and all tasks of it slow down. */
  WaitMemory failed(VideoTasksException error) {
    return error.kind() == ErrorKind.RATE_LIMITED
        ? after(error, timeline.refused(), streaks.errors(), streaks.notFound())
        : after(error, timeline.failed(), streaks.errors() + 1, streaks.notFound());
  }

  private WaitMemory after(VideoTasksException error, Timeline told, int errors, int notFound) {
    boolean ended = last != null && last.stage().isTerminal();
    return new WaitMemory(
        told,
        new Streaks(errors, notFound, streaks.grace() + (ended ? 1 : 0), streaks.stalled()),
        last,
        error,
        ageAtStart,
        evidence,
        changedAt);
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a wait remembers from one question to the next.
 *
 * @param polls the questions asked
 * @param errorsInRow the questions since the last answer that failed for a passing reason
 * @param notFoundInRow the questions since the last answer whose task was not known
 * @param last the last answer; null if there was none
 * @param lastError the last error; null if there was none
 * @param ageAtStart how old the task was when the wait began; zero if no answer says so
 * @param evidence what the progress so far says about the end
 */
record WaitMemory(
    int polls,
    int errorsInRow,
    int notFoundInRow,
    @Nullable TaskState last,
    @Nullable VideoTasksException lastError,
    Duration ageAtStart,
    Evidence evidence) {

  static final WaitMemory START = new WaitMemory(0, 0, 0, null, null, Duration.ZERO, Evidence.NONE);

  /**
   * Older tasks are examples, or their gateway means another zone than it says: both clocks may
   * differ, so an age is believed only if it can be.
   */
  private static final Duration OLDEST = Duration.ofHours(24);

  WaitMemory answered(TaskState state, Duration elapsed, Instant clock) {
    Duration start = ageAtStart.isZero() ? ageAtStart(state, elapsed, clock) : ageAtStart;
    Integer progress = state.progress();
    Evidence now =
        progress == null ? evidence : evidence.with(start.plus(elapsed).toNanos() / 1e9, progress);
    return new WaitMemory(polls + 1, 0, 0, state, lastError, start, now);
  }

  private static Duration ageAtStart(TaskState state, Duration elapsed, Instant clock) {
    Instant created = state.createdAt();
    if (created == null || created.isBefore(clock.minus(OLDEST))) {
      return Duration.ZERO;
    }
    Duration start = Duration.between(created, clock).minus(elapsed);
    return start.isNegative() ? Duration.ZERO : start;
  }

  WaitMemory notFound(VideoTasksException error) {
    return new WaitMemory(
        polls + 1, errorsInRow, notFoundInRow + 1, last, error, ageAtStart, evidence);
  }

  WaitMemory failed(VideoTasksException error) {
    return new WaitMemory(
        polls + 1, errorsInRow + 1, notFoundInRow, last, error, ageAtStart, evidence);
  }
}

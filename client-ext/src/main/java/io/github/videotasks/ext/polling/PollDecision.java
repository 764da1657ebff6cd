package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;

/**
 * What to do after one poll: finish, give up or poll again. Returned by {@link PollSteps}. The
 * permitted subtypes do not change within a major version, so a {@code switch} over them needs no
 * default.
 */
public sealed interface PollDecision {

  /**
   * Returns the state of the wait to store, including the response or error just processed.
   *
   * @return the snapshot for the next step
   */
  WaitSnapshot snapshot();

  /**
   * Poll again after the pause.
   *
   * @param snapshot the state of the wait to store
   * @param pause the time until the next poll, positive
   */
  record PollAgain(WaitSnapshot snapshot, Duration pause) implements PollDecision {}

  /**
   * The wait is over, because the task has ended: succeeded, failed or cancelled.
   *
   * @param snapshot the last state of the wait
   * @param state the result of the wait; its {@linkplain TaskState#stage stage} is terminal
   */
  record Finish(WaitSnapshot snapshot, TaskState state) implements PollDecision {}

  /**
   * The wait is over, although the task has not ended.
   *
   * @param snapshot the last state of the wait
   * @param error the reason; a {@link WaitTimeoutException} at the deadline
   */
  record GiveUp(WaitSnapshot snapshot, VideoTasksException error) implements PollDecision {}
}

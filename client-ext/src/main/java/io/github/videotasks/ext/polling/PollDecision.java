package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;

/**
 * What to do after one question of a wait, see {@link PollSteps}. The forms are fixed for a major
 * version.
 */
public sealed interface PollDecision {

  /** What to store, the answer or error included. */
  WaitSnapshot snapshot();

  /**
   * Ask again after the pause.
   *
   * @param pause positive
   */
  record PollAgain(WaitSnapshot snapshot, Duration pause) implements PollDecision {}

  /** The wait is over with this answer: the task has ended, see its stage. */
  record Finish(WaitSnapshot snapshot, TaskState state) implements PollDecision {}

  /** The wait is over with this error, at the deadline with a {@link WaitTimeoutException}. */
  record GiveUp(WaitSnapshot snapshot, VideoTasksException error) implements PollDecision {}
}

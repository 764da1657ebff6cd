package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when the deadline of a wait is reached before the task has ended. It may still end. */
public final class WaitTimeoutException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Timeline timeline;

  WaitTimeoutException(TaskId id, PollHistory history, Duration deadline, Duration elapsed) {
    super(
        message(id, history, deadline),
        ErrorDetails.of(ErrorKind.WAIT_TIMEOUT).withAttempts(history.polls(), elapsed),
        history.lastError(),
        history.lastState(),
        history.timeline().toString());
    timeline = history.timeline();
  }

  private static String message(TaskId id, PollHistory history, Duration deadline) {
    return "expected task %s to end within %s, found %s (%s); wait again with a later deadline, or check lastState()"
        .formatted(
            id,
            deadline,
            history.lastState() == null ? "no response" : history.lastState(),
            history.timeline());
  }

  /**
   * Returns the polls and stages of the wait.
   *
   * @return the timeline; empty after serialization
   */
  public Timeline timeline() {
    return timeline == null ? Timeline.EMPTY : timeline;
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time for a wait is over and the task has not ended. It may still do so. */
public final class WaitTimeoutException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable TaskState lastState;
  private final transient @Nullable Timeline timeline;

  WaitTimeoutException(TaskId id, PollHistory memory, Duration deadline, Duration elapsed) {
    super(
        message(id, memory, deadline),
        ErrorDetails.of(ErrorKind.WAIT_TIMEOUT).withAttempts(memory.polls(), elapsed),
        memory.lastError());
    lastState = memory.lastState();
    timeline = memory.timeline();
  }

  private static String message(TaskId id, PollHistory memory, Duration deadline) {
    return "expected task %s to end within %s, found %s (%s); wait again, longer, or look at its last answer"
        .formatted(
            id,
            deadline,
            memory.lastState() == null ? "no answer" : memory.lastState(),
            memory.timeline());
  }

  /** The last answer; null if there was none. */
  public @Nullable TaskState lastState() {
    return lastState;
  }

  /** What happened until then; empty after serialization. */
  public Timeline timeline() {
    return timeline == null ? Timeline.EMPTY : timeline;
  }
}

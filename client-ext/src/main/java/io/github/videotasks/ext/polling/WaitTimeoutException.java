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

  private final transient @Nullable TaskState last;
  private final transient @Nullable Timeline timeline;

  WaitTimeoutException(TaskId id, WaitMemory memory, Duration deadline, Duration elapsed) {
    super(
        message(id, memory, deadline),
        ErrorDetails.of(ErrorKind.WAIT_TIMEOUT).after(memory.polls(), elapsed),
        memory.lastError());
    last = memory.last();
    timeline = memory.timeline();
  }

  private static String message(TaskId id, WaitMemory memory, Duration deadline) {
    return "expected task %s to end within %s, found %s (%s); wait again, longer, or look at its last answer"
        .formatted(
            id, deadline, memory.last() == null ? "no answer" : memory.last(), memory.timeline());
  }

  /** The last answer; null if there was none. */
  public @Nullable TaskState last() {
    return last;
  }

  /** What happened until then; empty after serialization. */
  public Timeline timeline() {
    return timeline == null ? Timeline.EMPTY : timeline;
  }
}

package io.github.videotasks.ext.simulation;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one poll: a task, or an error.
 *
 * @param json the task; null for an error
 * @param kind the kind of error; null for a task
 * @param retryAfter of an error; null for none
 */
record SimulatedResponse(
    @Nullable String json, @Nullable ErrorKind kind, @Nullable Duration retryAfter) {

  static SimulatedResponse task(String json) {
    return new SimulatedResponse(json, null, null);
  }

  static SimulatedResponse error(ErrorKind kind, @Nullable Duration retryAfter) {
    return new SimulatedResponse(null, kind, retryAfter);
  }

  TaskState toState(TaskId id) {
    if (json == null) {
      throw new IllegalStateException("expected a task, found " + this);
    }
    return TaskState.of(id, JsonValue.parse(json));
  }

  VideoTasksException toError() {
    if (kind == null) {
      throw new IllegalStateException("expected an error, found " + this);
    }
    return VideoTasksException.of(
        "simulated", new ErrorDetails(kind, 0, null, null, 1, Duration.ZERO, retryAfter), null);
  }

  @Override
  public String toString() {
    String after = retryAfter == null ? "" : ", Retry-After " + retryAfter;
    return kind == null ? String.valueOf(json) : kind + after;
  }
}

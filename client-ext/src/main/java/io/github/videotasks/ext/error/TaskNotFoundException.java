package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** Thrown if the task does not exist, or the API key has no access to it. */
public final class TaskNotFoundException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  TaskNotFoundException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** The gateway does not know the task, or the key may not see it. */
public final class TaskNotFoundException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  TaskNotFoundException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

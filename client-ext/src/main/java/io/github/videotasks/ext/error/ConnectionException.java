package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** No answer came: no connection, one that broke, or no time left. */
public final class ConnectionException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  ConnectionException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

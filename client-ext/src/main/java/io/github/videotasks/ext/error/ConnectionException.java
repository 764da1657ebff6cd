package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** Thrown if no response was received: connection failed, connection lost, or timeout. */
public final class ConnectionException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  ConnectionException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

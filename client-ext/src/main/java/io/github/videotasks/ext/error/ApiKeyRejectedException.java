package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** The gateway refuses the key: 401 or 403. Check the key and the gateway it belongs to. */
public final class ApiKeyRejectedException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  ApiKeyRejectedException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

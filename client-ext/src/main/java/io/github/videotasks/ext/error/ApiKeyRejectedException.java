package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the gateway rejects the API key with HTTP 401 or 403. Check the key, and that it
 * belongs to this gateway. Also thrown, with HTTP status 0, if the supplier of the key fails or
 * returns an invalid key; the request is not sent then.
 */
public final class ApiKeyRejectedException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  ApiKeyRejectedException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

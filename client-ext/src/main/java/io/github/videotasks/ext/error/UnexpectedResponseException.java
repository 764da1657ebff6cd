package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the response is not a task: an error object, HTML, an empty body, a body that is too
 * large, a redirect, a challenge for browsers, or a 404 for the path itself.
 */
public final class UnexpectedResponseException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  UnexpectedResponseException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

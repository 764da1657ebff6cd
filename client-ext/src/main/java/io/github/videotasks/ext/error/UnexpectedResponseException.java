package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/** An answer came that is no task: an error object, HTML, nothing, too much, or a redirect. */
public final class UnexpectedResponseException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  UnexpectedResponseException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}

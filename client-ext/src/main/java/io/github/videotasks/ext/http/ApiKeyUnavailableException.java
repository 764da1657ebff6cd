package io.github.videotasks.ext.http;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * The supplier of the API key failed, so the request was not sent. Interceptors may only throw
 * {@link IOException}s; the cause is the exception for the caller.
 */
final class ApiKeyUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  private ApiKeyUnavailableException(VideoTasksException cause) {
    super(cause.getMessage(), cause);
  }

  /** Names the class of the error alone, because its message may contain a key. */
  static ApiKeyUnavailableException supplierFailed(Supplier<?> supplier, Throwable error) {
    IOException cause = new IOException(error.getClass().getName());
    cause.setStackTrace(error.getStackTrace());
    return of(
        "expected an API key from the supplier "
            + name(supplier)
            + ", found "
            + error.getClass().getName()
            + "; its stack trace is the cause, without its message, which may contain a key",
        cause);
  }

  /** The problem says what is wrong with the key, and does not contain it. */
  static ApiKeyUnavailableException invalidKey(
      Supplier<?> supplier, IllegalArgumentException problem) {
    return of(problem.getMessage() + "; it came from the supplier " + name(supplier), problem);
  }

  private static ApiKeyUnavailableException of(String problem, Throwable cause) {
    return new ApiKeyUnavailableException(
        VideoTasksException.of(problem, ErrorDetails.of(ErrorKind.UNAUTHORIZED), cause));
  }

  /** Returns the class name without the number that a lambda has after a slash. */
  private static String name(Supplier<?> supplier) {
    String name = supplier.getClass().getName();
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}

package io.github.videotasks.client.runtime;

/** Thrown when a JSON text has more values than its reader allows. */
public final class ValueLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ValueLimitException(String message) {
    super(message);
  }
}

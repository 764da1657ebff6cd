package io.github.videotasks.ext.http;

import java.io.IOException;

/**
 * Copy of an exception with a masked message. OkHttp quotes what a server sends, such as a broken
 * status line, and a server may send the API key back.
 */
final class MaskedCauseException extends IOException {

  private static final long serialVersionUID = 1L;

  private MaskedCauseException(String message) {
    super(message);
  }

  /** Returns an exception with the same stack trace and class name, and a masked message. */
  static MaskedCauseException of(IOException cause, Secret key) {
    String message = cause.getMessage() == null ? "" : ": " + key.mask(cause.getMessage());
    MaskedCauseException safe = new MaskedCauseException(cause.getClass().getName() + message);
    safe.setStackTrace(cause.getStackTrace());
    return safe;
  }
}

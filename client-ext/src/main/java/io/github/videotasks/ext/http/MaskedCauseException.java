package io.github.videotasks.ext.http;

import java.io.IOException;

/**
 * A cause whose message is masked. The HTTP library quotes what a server sends, such as a broken
 * status line, and a server may send the key back.
 */
final class MaskedCauseException extends IOException {

  private static final long serialVersionUID = 1L;

  private MaskedCauseException(String message) {
    super(message);
  }

  /** The same place in the code and the same class name, with a masked message. */
  static MaskedCauseException of(IOException cause, Secret key) {
    String message = cause.getMessage() == null ? "" : ": " + key.mask(cause.getMessage());
    MaskedCauseException safe = new MaskedCauseException(cause.getClass().getName() + message);
    safe.setStackTrace(cause.getStackTrace());
    return safe;
  }
}

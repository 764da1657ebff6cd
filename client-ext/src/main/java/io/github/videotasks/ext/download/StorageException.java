package io.github.videotasks.ext.download;

import java.io.IOException;

/** Thrown if a file operation fails; an {@link IOException} of another class is a network error. */
final class StorageException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param action the failed operation, as the end of a sentence: {@code write the partial file}
   */
  StorageException(String action, IOException cause) {
    super(action, cause);
  }
}

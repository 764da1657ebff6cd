package io.github.videotasks.ext.download;

import java.io.IOException;

/** The disk's fault, told apart from the network's. */
final class StorageException extends IOException {

  private static final long serialVersionUID = 1L;

  StorageException(String doing, IOException cause) {
    super(doing, cause);
  }
}

package io.github.videotasks.spec.git;

import java.io.IOException;

/** Thrown when git or what should be read with it is missing; the message is one line. */
public final class GitException extends IOException {
  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }
}

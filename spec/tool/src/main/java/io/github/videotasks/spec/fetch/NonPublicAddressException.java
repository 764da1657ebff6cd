package io.github.videotasks.spec.fetch;

import java.io.IOException;

/** A connection would have left the public internet. The address is not told: a name led to it. */
final class NonPublicAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  NonPublicAddressException() {
    super("the address is not public");
  }
}

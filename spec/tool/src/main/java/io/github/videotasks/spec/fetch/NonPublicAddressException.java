package io.github.videotasks.spec.fetch;

import java.io.IOException;

/**
 * Thrown instead of a connection to an IP address that is not public. The message omits it, because
 * a host name was resolved to it and it would reveal the internal network.
 */
final class NonPublicAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  NonPublicAddressException() {
    super("the IP address is not public");
  }
}

package io.github.videotasks.ext.download;

import java.io.IOException;

/**
 * Thrown if a socket would connect to an IP address that is not public. The message does not
 * contain the IP address: a host name may have been resolved to it, and it would reveal the local
 * network.
 */
final class BlockedIpAddressException extends IOException {

  private static final long serialVersionUID = 1L;

  BlockedIpAddressException() {
    super("the IP address is not public");
  }

  /** Returns true if a connection failed for this reason, even as one of several attempts. */
  static boolean isCauseOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BlockedIpAddressException) {
        return true;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        if (suppressed instanceof BlockedIpAddressException) {
          return true;
        }
      }
    }
    return false;
  }
}

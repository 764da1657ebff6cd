package io.github.videotasks.ext.download;

import java.io.IOException;

/** A connection would have left the public internet. The address is not told: a name led to it. */
final class BlockedIpAddressException extends IOException {

  private static final long serialVersionUID = 1L;

  BlockedIpAddressException() {
    super("the address is not public");
  }

  /** Whether this is why a connection failed, be it one of several tried. */
  static boolean isCauseOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BlockedIpAddressException) {
        return true;
      }
      for (Throwable other : cause.getSuppressed()) {
        if (other instanceof BlockedIpAddressException) {
          return true;
        }
      }
    }
    return false;
  }
}

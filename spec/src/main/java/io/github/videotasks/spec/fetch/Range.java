package io.github.videotasks.spec.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of network addresses of one version. */
final class Range {
  private final byte[] first;
  private final int bits;

  private Range(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /** Reads {@code 10.0.0.0/8}; a literal address is never looked up. */
  static Range of(String text) {
    String[] parts = text.split("/", 2);
    try {
      return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("expected a literal address, found " + text, e);
    }
  }

  /** Gives whether an address of 4 or 16 bytes lies in it. */
  boolean holds(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((address[bit >> 3] ^ first[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

package io.github.videotasks.spec.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A CIDR range of IPv4 or IPv6 addresses. */
final class FetchAddressRange {
  private final byte[] networkAddress;
  private final int prefixLength;

  private FetchAddressRange(byte[] networkAddress, int prefixLength) {
    this.networkAddress = networkAddress;
    this.prefixLength = prefixLength;
  }

  /** Parses CIDR notation such as {@code 10.0.0.0/8}; literal addresses need no DNS lookup. */
  static FetchAddressRange parse(String text) {
    String[] parts = text.split("/", 2);
    try {
      return new FetchAddressRange(
          InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "expected a range with a literal IP address such as 10.0.0.0/8, found " + text, e);
    }
  }

  /** Returns whether an address of 4 or 16 bytes is in the range. */
  boolean contains(byte[] address) {
    if (address.length != networkAddress.length) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((address[bit >> 3] ^ networkAddress[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

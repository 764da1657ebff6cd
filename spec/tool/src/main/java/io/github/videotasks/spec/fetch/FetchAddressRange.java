package io.github.videotasks.spec.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of network addresses of one version. */
final class FetchAddressRange {
  private final byte[] networkAddress;
  private final int prefixLength;

  private FetchAddressRange(byte[] first, int bits) {
    this.networkAddress = first;
    this.prefixLength = bits;
  }

  /** Reads {@code 10.0.0.0/8}; a literal address is never looked up. */
  static FetchAddressRange parse(String text) {
    String[] parts = text.split("/", 2);
    try {
      return new FetchAddressRange(
          InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("expected a literal address, found " + text, e);
    }
  }

  /** Gives whether an address of 4 or 16 bytes lies in it. */
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

package io.github.videotasks.ext.download;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Network addresses, of 4 or of 16 bytes, with the same first bits. */
final class IpAddressRange {

  private final byte[] prefix;
  private final int prefixLength;

  private IpAddressRange(byte[] first, int bits) {
    this.prefix = first;
    this.prefixLength = bits;
  }

  /** Reads {@code 10.0.0.0/8}; a number is never looked up. */
  static IpAddressRange parse(String text) {
    int slash = text.indexOf('/');
    try {
      return new IpAddressRange(
          InetAddress.getByName(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("expected a range of addresses, found " + text, e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = prefixLength / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != prefix[i]) {
        return false;
      }
    }
    int rest = prefixLength % 8;
    return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >> (8 - rest) == 0;
  }
}

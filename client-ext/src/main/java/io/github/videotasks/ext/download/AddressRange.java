package io.github.videotasks.ext.download;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Network addresses, of 4 or of 16 bytes, with the same first bits. */
final class AddressRange {

  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /** Reads {@code 10.0.0.0/8}; a number is never looked up. */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    try {
      return new AddressRange(
          InetAddress.getByName(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("expected a range of addresses, found " + text, e);
    }
  }

  boolean holds(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != first[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ first[whole]) & 0xff) >> (8 - rest) == 0;
  }
}

package io.github.videotasks.ext.download;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Range of IPv4 or IPv6 addresses with a common prefix (CIDR block). */
final class IpAddressRange {

  private final byte[] prefix;
  private final int prefixLength;

  private IpAddressRange(byte[] prefix, int prefixLength) {
    this.prefix = prefix;
    this.prefixLength = prefixLength;
  }

  /** Parses a CIDR block such as {@code 10.0.0.0/8}; this causes no DNS query. */
  static IpAddressRange parse(String text) {
    int slash = text.indexOf('/');
    try {
      return new IpAddressRange(
          InetAddress.getByName(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "expected a CIDR block such as 10.0.0.0/8, found " + text, e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int fullBytes = prefixLength / 8;
    for (int i = 0; i < fullBytes; i++) {
      if (address[i] != prefix[i]) {
        return false;
      }
    }
    int bits = prefixLength % 8;
    return bits == 0 || ((address[fullBytes] ^ prefix[fullBytes]) & 0xff) >> (8 - bits) == 0;
  }
}

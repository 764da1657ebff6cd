package io.github.videotasks.spec.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which IP addresses are public (protection against SSRF).
 *
 * <p>The URL of a page, or a redirect from it, may point into the network of the machine that runs
 * the tool: to a router, or to the metadata service of a cloud, which returns keys. The ranges are
 * those of the IANA special-purpose registries (RFC 6890 and its updates). Downloads in client-ext
 * have a rule of their own, because neither module may depend on the other; one table of IP
 * addresses tests both.
 */
final class FetchAddressPolicy {
  private static final List<FetchAddressRange> NON_PUBLIC_IPV4 =
      List.of(
          FetchAddressRange.parse("0.0.0.0/8"),
          FetchAddressRange.parse("10.0.0.0/8"),
          FetchAddressRange.parse("100.64.0.0/10"),
          FetchAddressRange.parse("127.0.0.0/8"),
          FetchAddressRange.parse("169.254.0.0/16"),
          FetchAddressRange.parse("172.16.0.0/12"),
          FetchAddressRange.parse("192.0.0.0/24"),
          FetchAddressRange.parse("192.0.2.0/24"),
          FetchAddressRange.parse("192.88.99.0/24"),
          FetchAddressRange.parse("192.168.0.0/16"),
          FetchAddressRange.parse("198.18.0.0/15"),
          FetchAddressRange.parse("198.51.100.0/24"),
          FetchAddressRange.parse("203.0.113.0/24"),
          FetchAddressRange.parse("224.0.0.0/3"),
          // The metadata services of two clouds; the first is in a public range.
          FetchAddressRange.parse("168.63.129.16/32"));

  /** Only this range of IPv6 is public, except for {@code NON_PUBLIC_IPV6}. */
  private static final FetchAddressRange GLOBAL_UNICAST_IPV6 = FetchAddressRange.parse("2000::/3");

  private static final List<FetchAddressRange> NON_PUBLIC_IPV6 =
      List.of(
          FetchAddressRange.parse("2001::/23"),
          FetchAddressRange.parse("2001:db8::/32"),
          FetchAddressRange.parse("3fff::/20"));

  private static final FetchAddressRange SIX_TO_FOUR = FetchAddressRange.parse("2002::/16");
  private static final FetchAddressRange NAT64 = FetchAddressRange.parse("64:ff9b::/96");

  private FetchAddressPolicy() {}

  /** Returns whether a connection to an IP address is allowed without {@code --allow-private}. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NON_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(bytes));
    }
    // An IPv4 address embedded in an IPv6 address is routed to the IPv4 host: check the latter.
    if (NAT64.contains(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 2, 6));
    }
    if (isIsatap(bytes) && !isPublic(Arrays.copyOfRange(bytes, 12, 16))) {
      return false;
    }
    return GLOBAL_UNICAST_IPV6.contains(bytes)
        && NON_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(bytes));
  }

  /** ISATAP: the interface id is {@code 0:5efe} or {@code 200:5efe} and an IPv4 address. */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & 0xfd) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  private static boolean isPublic(byte[] four) {
    return NON_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(four));
  }

  /** A CIDR range of IPv4 or IPv6 addresses. */
  private static final class FetchAddressRange {
    private final byte[] networkAddress;
    private final int prefixLength;

    private FetchAddressRange(byte[] networkAddress, int prefixLength) {
      this.networkAddress = networkAddress;
      this.prefixLength = prefixLength;
    }

    /**
     * Parses CIDR notation such as {@code 10.0.0.0/8}; a literal IP address needs no DNS lookup.
     */
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

    /** Returns whether an IP address of 4 or 16 bytes is in the range. */
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
}

package io.github.videotasks.spec.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which network addresses are public.
 *
 * <p>A page's address, or a redirect of it, may point into the network of whoever runs the tool: at
 * a router, or at the metadata service of a cloud that hands out keys. The ranges are those of the
 * IANA special-purpose registries (RFC 6890 and its updates).
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
          // The metadata services of two clouds; the first is a public address by its range.
          FetchAddressRange.parse("168.63.129.16/32"),
          FetchAddressRange.parse("100.100.100.200/32"));

  /** Of the sixth version only what is given out as global unicast is public, less these. */
  private static final FetchAddressRange GLOBAL_UNICAST_IPV6 = FetchAddressRange.parse("2000::/3");

  private static final List<FetchAddressRange> NON_PUBLIC_IPV6 =
      List.of(
          FetchAddressRange.parse("2001::/23"),
          FetchAddressRange.parse("2001:db8::/32"),
          FetchAddressRange.parse("3fff::/20"));

  private static final FetchAddressRange SIX_TO_FOUR = FetchAddressRange.parse("2002::/16");
  private static final FetchAddressRange NAT64 = FetchAddressRange.parse("64:ff9b::/96");

  private FetchAddressPolicy() {}

  /** Gives whether an address may be reached without {@code --allow-private}. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NON_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(bytes));
    }
    // Addresses of the fourth version in those of the sixth lead to where they lead.
    if (NAT64.contains(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL_UNICAST_IPV6.contains(bytes)
        && NON_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(bytes));
  }

  private static boolean isPublic(byte[] four) {
    return NON_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(four));
  }
}

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
final class AddressRule {
  private static final List<Range> CLOSED =
      List.of(
          Range.of("0.0.0.0/8"),
          Range.of("10.0.0.0/8"),
          Range.of("100.64.0.0/10"),
          Range.of("127.0.0.0/8"),
          Range.of("169.254.0.0/16"),
          Range.of("172.16.0.0/12"),
          Range.of("192.0.0.0/24"),
          Range.of("192.0.2.0/24"),
          Range.of("192.88.99.0/24"),
          Range.of("192.168.0.0/16"),
          Range.of("198.18.0.0/15"),
          Range.of("198.51.100.0/24"),
          Range.of("203.0.113.0/24"),
          Range.of("224.0.0.0/3"),
          // The metadata services of two clouds; the first is a public address by its range.
          Range.of("168.63.129.16/32"),
          Range.of("100.100.100.200/32"));

  /** Of the sixth version only what is given out as global unicast is public, less these. */
  private static final Range GLOBAL = Range.of("2000::/3");

  private static final List<Range> CLOSED_6 =
      List.of(Range.of("2001::/23"), Range.of("2001:db8::/32"), Range.of("3fff::/20"));

  private static final Range SIX_TO_FOUR = Range.of("2002::/16");
  private static final Range TRANSLATED = Range.of("64:ff9b::/96");

  private AddressRule() {}

  /** Gives whether an address may be reached without {@code --allow-private}. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return CLOSED.stream().noneMatch(range -> range.holds(bytes));
    }
    // Addresses of the fourth version in those of the sixth lead to where they lead.
    if (TRANSLATED.holds(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL.holds(bytes) && CLOSED_6.stream().noneMatch(range -> range.holds(bytes));
  }

  private static boolean isPublic(byte[] four) {
    return CLOSED.stream().noneMatch(range -> range.holds(four));
  }
}

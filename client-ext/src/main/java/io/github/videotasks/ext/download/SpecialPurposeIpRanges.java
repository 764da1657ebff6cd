package io.github.videotasks.ext.download;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks whether an IP address is on the public internet, based on the IANA registries of
 * special-purpose ranges (RFC 6890 and its updates).
 *
 * <p>A URL in a response may point into the network of the caller (server-side request forgery): to
 * a router, a database, or the metadata service of a cloud, which returns credentials. An IPv6
 * address with an embedded IPv4 address is classified by the IPv4 address. IPv4-mapped addresses
 * ({@code ::ffff:…}) need no handling here: Java converts them to IPv4.
 */
final class SpecialPurposeIpRanges {

  /** All special-purpose ranges, and metadata services that use a public IP address. */
  private static final List<IpAddressRange> NON_PUBLIC_IPV4 =
      parseRanges(
          "0.0.0.0/8", // this network; 0.0.0.0 is this machine
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT; one cloud's metadata is in it
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // metadata and DNS of one cloud
          "169.254.0.0/16", // link-local; most clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; one cloud's metadata
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/3"); // multicast, reserved, broadcast

  /** The only public part of IPv6; the rest is loopback, local or multicast. */
  private static final IpAddressRange GLOBAL_UNICAST_IPV6 = IpAddressRange.parse("2000::/3");

  private static final List<IpAddressRange> NON_PUBLIC_IPV6 =
      parseRanges(
          "2001::/23", // protocol assignments, Teredo
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  private static final IpAddressRange SIX_TO_FOUR = IpAddressRange.parse("2002::/16");
  private static final IpAddressRange NAT64 = IpAddressRange.parse("64:ff9b::/96");

  private SpecialPurposeIpRanges() {}

  private static List<IpAddressRange> parseRanges(String... texts) {
    return Stream.of(texts).map(IpAddressRange::parse).toList();
  }

  static boolean isPublic(InetAddress address) {
    return isPublic(address.getAddress());
  }

  private static boolean isPublic(byte[] address) {
    if (address.length == 4) {
      return NON_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(address));
    }
    if (NAT64.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, 2, 6));
    }
    if (isIsatap(address) && !isPublic(Arrays.copyOfRange(address, 12, 16))) {
      return false;
    }
    return GLOBAL_UNICAST_IPV6.contains(address)
        && NON_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(address));
  }

  /** ISATAP: the interface id is {@code 0:5efe} or {@code 200:5efe} and an IPv4 address. */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & 0xfd) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  /** Range of IPv4 or IPv6 addresses with a common prefix (CIDR block). */
  private static final class IpAddressRange {

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
}

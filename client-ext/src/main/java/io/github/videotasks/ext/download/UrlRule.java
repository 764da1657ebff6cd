package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What can be told of an address by its text. Where a name leads is told at the socket, see {@link
 * FileSockets}.
 */
record UrlRule(Reach reach) {

  /** What a resolver reads as a number and never looks up: digits, hexadecimal, dots, colons. */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+)){0,3}\\.?|.*:.*");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

  /**
   * Passes or throws.
   *
   * @throws io.github.videotasks.ext.error.DownloadException of kind ADDRESS_REFUSED
   */
  void check(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw Problems.refused(url.host(), "expected an address without a user, found one");
    }
    if (!url.isHttps() && !reach.plainHttp() && !(reach.privateAddresses() && isLoopback(url))) {
      throw Problems.refused(
          url.host(),
          "expected https, found http: everybody on the way could change the file; allow it with"
              + " withPlainHttp() if the network is yours");
    }
    // Behind a proxy no socket of ours connects to the host.
    if (reach.proxy() && !reach.privateAddresses() && isNotPublic(url.host())) {
      throw privateAddress(url.host());
    }
  }

  static VideoTasksException privateAddress(String host) {
    return Problems.refused(
        host,
        "expected a public address, found a private, loopback, link-local or reserved one; allow it"
            + " with withPrivateAddresses() if the host is yours");
  }

  private static boolean isLoopback(HttpUrl url) {
    return LOOPBACK.matcher(url.host().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isNotPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    if (!NUMBER.matcher(name).matches()) {
      return false;
    }
    try {
      return !AddressRule.isPublic(InetAddress.getByName(name));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}

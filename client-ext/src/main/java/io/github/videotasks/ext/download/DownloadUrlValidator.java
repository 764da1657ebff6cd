package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Validates the URL of a file by its text. The resolved IP address is checked when the socket
 * connects, see {@link FileSocketFactory}.
 *
 * @param containsKey returns whether a text contains the API key
 */
record DownloadUrlValidator(NetworkScope networkScope, Predicate<String> containsKey) {

  /** Hosts that a resolver parses as an IP address without a DNS query. */
  private static final Pattern NUMERIC_HOST =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+)){0,3}\\.?|.*:.*");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

  /**
   * Checks a URL.
   *
   * @throws io.github.videotasks.ext.error.DownloadException of kind URL_REFUSED if the URL is not
   *     allowed
   */
  void check(HttpUrl url) {
    // The host is part of messages, of telemetry and of a DNS query.
    if (containsKey.test(url.host())) {
      throw DownloadErrors.of(
          ErrorKind.URL_REFUSED,
          "expected the host of a file, found a host name that contains the API key; report it to"
              + " the gateway");
    }
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw DownloadErrors.urlRefused(
          url.host(), "expected a URL without a user and password, found one with them");
    }
    if (!url.isHttps()
        && !networkScope.plainHttp()
        && !(networkScope.privateNetworks() && isLoopback(url))) {
      throw DownloadErrors.urlRefused(
          url.host(),
          "expected https, found http: the file could be changed in transit; allow it with"
              + " withPlainHttp() if you trust the network");
    }
    // With a proxy, no socket of this process connects to the host.
    if (networkScope.proxy() && !networkScope.privateNetworks() && isNotPublic(url.host())) {
      throw blockedIpAddress(url.host());
    }
  }

  static VideoTasksException blockedIpAddress(String host) {
    return DownloadErrors.urlRefused(
        host,
        "expected a public IP address, found a private, loopback, link-local or reserved one; allow"
            + " it with withPrivateNetworks() if you trust the host");
  }

  private static boolean isLoopback(HttpUrl url) {
    return LOOPBACK.matcher(url.host().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isNotPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    if (!NUMERIC_HOST.matcher(name).matches()) {
      return false;
    }
    try {
      return !SpecialPurposeIpRanges.isPublic(InetAddress.getByName(name));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}

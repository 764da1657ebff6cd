package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What can be told of an address by its text. Where a name leads is told at the socket, see {@link
 * FileSocketFactory}.
 */
record DownloadUrlValidator(NetworkScope networkScope) {

  /** What a resolver reads as a number and never looks up: digits, hexadecimal, dots, colons. */
  private static final Pattern NUMERIC_HOST =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+)){0,3}\\.?|.*:.*");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

  /**
   * Passes or throws.
   *
   * @throws io.github.videotasks.ext.error.DownloadException of kind ADDRESS_REFUSED
   */
  void check(HttpUrl url) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw DownloadErrors.urlRefused(url.host(), "expected an address without a user, found one");
    }
    if (!url.isHttps()
        && !networkScope.plainHttp()
        && !(networkScope.privateNetworks() && isLoopback(url))) {
      throw DownloadErrors.urlRefused(
          url.host(),
          "expected https, found http: everybody on the way could change the file; allow it with"
              + " withPlainHttp() if the network is yours");
    }
    // Behind a proxy no socket of ours connects to the host.
    if (networkScope.proxy() && !networkScope.privateNetworks() && isNotPublic(url.host())) {
      throw blockedIpAddress(url.host());
    }
  }

  static VideoTasksException blockedIpAddress(String host) {
    return DownloadErrors.urlRefused(
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

package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Set;

/** Validates URLs that a key is sent to. */
final class TargetUrlValidator {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private TargetUrlValidator() {}

  /**
   * Returns the URL unchanged when it is valid.
   *
   * @throws IllegalArgumentException when it is not http or https with a host, contains a user name
   *     or a query, or would send the key unencrypted
   */
  static URI validate(URI url) {
    if (url.getHost() == null
        || url.getRawQuery() != null
        || url.getRawUserInfo() != null
        || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
      throw new IllegalArgumentException(
          "expected http(s)://host, found '%s'. Use a URL without a user name and a query."
              .formatted(masked(url)));
    }
    if (url.getScheme().equals("http") && !LOOPBACK.contains(url.getHost())) {
      throw new IllegalArgumentException(
          "expected https, or http on loopback, found '%s', which sends the key unencrypted."
              .formatted(masked(url)));
    }
    return url;
  }

  private static String masked(URI url) {
    return new OutputMasker(null).mask(url.toString());
  }
}

package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Set;

/** The rule for addresses that a key is sent to. */
final class TargetUrlValidator {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private TargetUrlValidator() {}

  /**
   * The address, unchanged.
   *
   * @throws IllegalArgumentException when it is none of http or https with a host, holds a user
   *     name or a query, or would show the key on the wire
   */
  static URI validate(URI uri) {
    if (uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawUserInfo() != null
        || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "expected http(s)://host, found '%s'. Give the host's address without a user name and a query."
              .formatted(masked(uri)));
    }
    if (uri.getScheme().equals("http") && !LOOPBACK.contains(uri.getHost())) {
      throw new IllegalArgumentException(
          "expected https, or http on loopback, found '%s': the key would travel readable. Give the https address."
              .formatted(masked(uri)));
    }
    return uri;
  }

  private static String masked(URI uri) {
    return new OutputMasker(null).mask(uri.toString());
  }
}

package io.github.videotasks.client.runtime;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of URLs and cookies (RFC 3986, RFC 6265). */
final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  /** Characters that are not encoded in a path segment. */
  static final PercentEncoding PATH = new PercentEncoding(UNRESERVED + ":@");

  static final PercentEncoding QUERY = new PercentEncoding(UNRESERVED);

  /**
   * For {@code allowReserved}. The reserved characters that end a value or change it ({@code #},
   * {@code &}, {@code +}) and those that servers reject ({@code [}, {@code ]}) are encoded: to the
   * server this is the same value.
   */
  static final PercentEncoding RESERVED_QUERY = new PercentEncoding(UNRESERVED + ":/?@!$'()*,;=");

  /** A cookie value: all visible ASCII characters but quotes, comma, semicolon, backslash and %. */
  static final PercentEncoding COOKIE = new PercentEncoding(UNRESERVED + "!#$&'()*+/:<=>?@[]^`{|}");

  private final boolean[] kept = new boolean[128];

  private PercentEncoding(String characters) {
    characters.chars().forEach(c -> kept[c] = true);
  }

  String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && kept[b]) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }
}

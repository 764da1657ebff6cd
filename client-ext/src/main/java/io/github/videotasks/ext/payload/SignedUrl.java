package io.github.videotasks.ext.payload;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses the expiry time and the host of a signed URL. The URL itself is never rebuilt. */
final class SignedUrl {

  /**
   * Prefixes of the parameters of AWS, Google Cloud, Volcengine, Alibaba Cloud and Huawei Cloud.
   */
  private static final List<String> SIGNERS =
      List.of("x-amz-", "x-goog-", "x-tos-", "x-oss-", "x-obs-");

  private static final DateTimeFormatter SIGNER_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private SignedUrl() {}

  static @Nullable Instant expiresAt(String url) {
    Map<String, String> query = queryParameters(url);
    Instant expiry = parseInstant(query.get("se"));
    expiry = expiry != null ? expiry : parseInstant(query.get("expires"));
    for (String signer : SIGNERS) {
      expiry =
          expiry != null
              ? expiry
              : expiryOf(query.get(signer + "date"), query.get(signer + "expires"));
    }
    return expiry;
  }

  private static @Nullable Instant parseInstant(@Nullable String text) {
    return text == null ? null : TimeParser.parseInstant(text);
  }

  private static @Nullable Instant expiryOf(@Nullable String date, @Nullable String seconds) {
    Duration validity =
        seconds == null ? null : TimeParser.parseSeconds(NumberParser.parseDecimal(seconds));
    if (date == null || validity == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(date, SIGNER_DATE).toInstant(ZoneOffset.UTC).plus(validity);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns the query parameters with names in lower case; of duplicate names the first value. */
  private static Map<String, String> queryParameters(String url) {
    Map<String, String> query = new TreeMap<>();
    int start = url.indexOf('?');
    int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
    if (start < 0 || start > end) {
      return query;
    }
    for (String pair : url.substring(start + 1, end).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(
            pair.substring(0, equals).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Returns the host for a log line; {@code ?} if there is none. */
  static String host(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return "?";
    }
    int end = start + 3;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    // The part before an @ is a user name and a password.
    String authority = url.substring(start + 3, end);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}

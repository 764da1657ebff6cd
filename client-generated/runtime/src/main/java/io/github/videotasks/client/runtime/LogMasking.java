package io.github.videotasks.client.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in texts for logs and shortens long texts. Of a URL only the part up to the end of
 * the path is kept, because the query often is a signature. In doubt it masks too much. The input
 * is not trusted, so every step runs in time linear to its length.
 */
final class LogMasking {
  private static final int MAX_LENGTH = 200;
  private static final int TRUNCATED_LENGTH = 80;

  /** A token contains at most one URL, because a URL does not contain the excluded characters. */
  private static final Pattern TOKEN = Pattern.compile("[^\\s\"<>]+");

  /**
   * Two slashes: plain, escaped in JSON or HTML, or percent-encoded (also repeatedly) as part of
   * another URL.
   */
  private static final Pattern SLASHES =
      Pattern.compile("(?i)(?:/|\\\\+/|%(?:25)*2f|\\\\+u002f|&#x2f;|&#47;){2}");

  private static final Pattern USER_INFO = Pattern.compile("(" + SLASHES + ")[^/?#@\\\\]+@");
  private static final Pattern QUERY_START =
      Pattern.compile("(?i)[?#;]|%(?:25)*(?:3f|23|3b)|\\\\+u(?:003f|0023)");
  private static final Pattern EQUALS_SIGN = Pattern.compile("(?i)=|%(?:25)*3d|\\\\+u003d|&#x3d;");

  /** A query parameter with a secret, found without the URL that it belongs to. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)((?<![a-z0-9])(?:se|st|expires|policy)|sig|signature|token|secret|password|credential|key|auth)"
              + "(=|%(?:25)*3d|\\\\+u003d|&#x3d;)[^\\s\"<>&]+");

  private static final Pattern API_KEY =
      Pattern.compile("(?i)(bearer\\s+|(?<![a-z0-9])sk-)[\\w.~+/=-]{4,}");

  private LogMasking() {}

  static String maskAndTruncate(String text) {
    String masked = maskSecrets(text);
    if (masked.length() <= MAX_LENGTH) {
      return masked;
    }
    int kept =
        Character.isHighSurrogate(masked.charAt(TRUNCATED_LENGTH - 1))
            ? TRUNCATED_LENGTH - 1
            : TRUNCATED_LENGTH;
    return masked.substring(0, kept) + "... (" + text.length() + " characters)";
  }

  /** Returns the text in full length with its URLs and keys masked. */
  static String maskSecrets(String text) {
    String masked =
        TOKEN.matcher(text).replaceAll(it -> Matcher.quoteReplacement(maskToken(it.group())));
    return API_KEY
        .matcher(SECRET_PARAMETER.matcher(masked).replaceAll("$1$2***"))
        .replaceAll("$1***");
  }

  private static String maskToken(String token) {
    Matcher slashes = SLASHES.matcher(token);
    boolean isUrl = slashes.find();
    int host = isUrl ? slashes.end() : 0;
    Matcher query = QUERY_START.matcher(token);
    boolean hasQuery = query.find(host) && (isUrl || EQUALS_SIGN.matcher(token).find(query.end()));
    String path = hasQuery ? token.substring(0, query.start()) : token;
    return USER_INFO.matcher(path).replaceAll("$1***@") + (hasQuery ? query.group() + "***" : "");
  }
}

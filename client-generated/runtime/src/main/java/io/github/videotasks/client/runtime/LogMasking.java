package io.github.videotasks.client.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in a log: addresses up to the end of their path, as the rest often is a signature,
 * and the beginning of a long text. Rather masks too much; every step takes time in proportion to
 * the text, which is not to be trusted.
 */
final class LogMasking {
  private static final int MAX_LENGTH = 200;
  private static final int TRUNCATED_LENGTH = 80;

  /** Holds an address at most: no address has such characters within. */
  private static final Pattern TOKEN = Pattern.compile("[^\\s\"<>]+");

  /**
   * Two slashes: as they are, as JSON may escape them, and as they stand within another address.
   */
  private static final Pattern SLASHES =
      Pattern.compile("(?i)(?:/|\\\\+/|%(?:25)*2f|\\\\+u002f|&#x2f;|&#47;){2}");

  private static final Pattern USER_INFO = Pattern.compile("(" + SLASHES + ")[^/?#@\\\\]+@");
  private static final Pattern QUERY_START =
      Pattern.compile("(?i)[?#;]|%(?:25)*(?:3f|23|3b)|\\\\+u(?:003f|0023)");
  private static final Pattern EQUALS_SIGN = Pattern.compile("(?i)=|%(?:25)*3d|\\\\+u003d|&#x3d;");

  /** A part of a query that has lost its address. */
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

  /** The text with its addresses and keys masked, however long it is. */
  static String maskSecrets(String text) {
    String masked =
        TOKEN.matcher(text).replaceAll(it -> Matcher.quoteReplacement(maskToken(it.group())));
    return API_KEY
        .matcher(SECRET_PARAMETER.matcher(masked).replaceAll("$1$2***"))
        .replaceAll("$1***");
  }

  private static String maskToken(String word) {
    Matcher slashes = SLASHES.matcher(word);
    boolean isAddress = slashes.find();
    int host = isAddress ? slashes.end() : 0;
    Matcher query = QUERY_START.matcher(word);
    boolean hasQuery =
        query.find(host) && (isAddress || EQUALS_SIGN.matcher(word).find(query.end()));
    String path = hasQuery ? word.substring(0, query.start()) : word;
    return USER_INFO.matcher(path).replaceAll("$1***@") + (hasQuery ? query.group() + "***" : "");
  }
}

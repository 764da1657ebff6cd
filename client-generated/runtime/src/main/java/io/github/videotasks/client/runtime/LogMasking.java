package io.github.videotasks.client.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in texts for logs and shortens long texts. Of a URL only the part up to the end of
 * the path is kept, because the query often is a signature. In doubt it masks too much. The input
 * is not trusted, so every step runs in time linear to its length: a run of characters that one
 * attempt of a pattern has read is not read again by an attempt that starts inside it.
 */
final class LogMasking {
  private static final int MAX_LENGTH = 200;
  private static final int TRUNCATED_LENGTH = 80;

  /** A token contains at most one URL, because a URL does not contain the excluded characters. */
  private static final Pattern TOKEN = Pattern.compile("[^\\s\"<>]++");

  /** The backslashes of an escape. Matches only at the first one, so that each is read once. */
  private static final String BACKSLASHES = "(?<!\\\\)\\\\++";

  /** The start of a percent-encoding, which may itself be percent-encoded any number of times. */
  private static final String PERCENT = "%(?:25)*+";

  /**
   * Two slashes: plain, escaped in JSON or HTML, or percent-encoded (also repeatedly) as part of
   * another URL.
   */
  private static final Pattern SLASHES =
      Pattern.compile("(?i)(?:/|" + BACKSLASHES + "(?:/|u002f)|" + PERCENT + "2f|&#x2f;|&#47;){2}");

  /** Characters that end the user information of a URL; only the last one confirms it. */
  private static final String USER_INFO_ENDS = "/?#\\@";

  private static final Pattern QUERY_START =
      Pattern.compile("(?i)[?#;]|" + PERCENT + "(?:3f|23|3b)|" + BACKSLASHES + "u(?:003f|0023)");
  private static final Pattern EQUALS_SIGN =
      Pattern.compile("(?i)=|" + PERCENT + "3d|" + BACKSLASHES + "u003d|&#x3d;");

  /** A query parameter with a secret, found without the URL that it belongs to. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)((?<![a-z0-9])(?:se|st|expires|policy)|sig|signature|token|secret|password|credential|key|auth)"
              + "(=|%(?:25)*+3d|\\\\++u003d|&#x3d;)[^\\s\"<>&]++");

  private static final Pattern API_KEY =
      Pattern.compile("(?i)(bearer\\s++|(?<![a-z0-9])sk-)[\\w.~+/=-]{4,}+");

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
    return maskApiKeys(maskParameters(maskUrls(text)));
  }

  /** The first step of {@link #maskSecrets}: the user information and query of every URL. */
  static String maskUrls(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher token = TOKEN.matcher(text);
    int copied = 0;
    while (token.find()) {
      out.append(text, copied, token.start());
      maskToken(text.subSequence(token.start(), token.end()), out);
      copied = token.end();
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** The second step: parameters with a secret, such as {@code sig=…}, outside a URL. */
  static String maskParameters(CharSequence text) {
    return SECRET_PARAMETER.matcher(text).replaceAll("$1$2***");
  }

  /** The third step: API keys. */
  static String maskApiKeys(CharSequence text) {
    return API_KEY.matcher(text).replaceAll("$1***");
  }

  private static void maskToken(CharSequence token, StringBuilder out) {
    Matcher slashes = SLASHES.matcher(token);
    boolean isUrl = slashes.find();
    int host = isUrl ? slashes.end() : 0;
    Matcher query = QUERY_START.matcher(token);
    boolean hasQuery = query.find(host) && (isUrl || EQUALS_SIGN.matcher(token).find(query.end()));
    maskUserInfo(hasQuery ? token.subSequence(0, query.start()) : token, out);
    if (hasQuery) {
      out.append(token, query.start(), query.end()).append("***");
    }
  }

  /**
   * Masks what is between two slashes and an at sign. Slashes may follow each other without an end
   * between them, as in {@code %2f%2f%2f}; the end is searched once for all of them.
   */
  private static void maskUserInfo(CharSequence path, StringBuilder out) {
    Matcher slashes = SLASHES.matcher(path);
    int copied = 0;
    int end = -1;
    for (int from = 0; from < path.length() && slashes.find(from); ) {
      int start = slashes.end();
      if (start > end) {
        end = indexOfUserInfoEnd(path, start);
      }
      if (end > start && end < path.length() && path.charAt(end) == '@') {
        out.append(path, copied, start).append("***@");
        copied = end + 1;
        from = copied;
      } else {
        from = slashes.start() + 1;
      }
    }
    out.append(path, copied, path.length());
  }

  private static int indexOfUserInfoEnd(CharSequence path, int from) {
    int i = from;
    while (i < path.length() && USER_INFO_ENDS.indexOf(path.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}

package io.github.videotasks.ext.payload;

import java.util.regex.Pattern;

/**
 * Shortens and masks an untrusted text for a message or a log line: one line, without secrets.
 *
 * <p>It masks the query of every URL (it contains the signature), user names in URLs, the token
 * after {@code Bearer}, the values of parameters such as {@code sig} and {@code token}, and texts
 * that look like an API key; all of them also in escaped form, as in {@code %26sig%3D…}.
 */
public final class MaskedExcerpt {

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]+");
  private static final Pattern USER_INFO = Pattern.compile("//[^\\s/?#\"'<>@]+@");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bbearer(?:\\s|%20|\\+)+[^\\s\"',<>]+");
  private static final Pattern API_KEY = Pattern.compile("\\b(?:sk|key|ak|pk)-[^\\s\"',<>]{6,}");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?i)(sig|signature|token|secret|x-amz-[a-z-]+|api[_-]?key)"
              + "(?:\"?\\s*[:=]\\s*[\"']?|%3d)[^\\s&\"'<>]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");
  private static final Pattern LAST_WORD = Pattern.compile("[^\\s\"'<>]+$");

  /** More text is masked than is shown, so that the cut does not leave a part of a secret. */
  private static final int SCAN_FACTOR = 8;

  private MaskedExcerpt() {}

  /**
   * Shortens and masks a text that cannot contain the API key; see {@link #withoutSecret}.
   *
   * @param text any text
   * @param length the maximum number of characters to show
   */
  public static String of(String text, int length) {
    return withoutSecret("", text, length);
  }

  /**
   * Shortens and masks a text.
   *
   * @param secret a text to remove wherever it occurs, such as the API key; empty for none
   * @param text any text
   * @param length the maximum number of characters to show
   * @return the start of the text, masked and with most of its escapes decoded; ends in {@code …}
   *     if the text was longer
   */
  public static String withoutSecret(String secret, String text, int length) {
    boolean complete = text.length() <= length * SCAN_FACTOR;
    String start = complete ? text : text.substring(0, length * SCAN_FACTOR);
    // Mask twice: an escape may hide the name of a secret, or a blank in the middle of one.
    String masked = mask(EscapeDecoder.decode(mask(start, secret)), secret);
    masked = UNPRINTABLE.matcher(masked).replaceAll(" ").strip();
    if (!complete && masked.length() <= length) {
      // The end of the scanned text would be shown; it may be the first part of a secret.
      masked = LAST_WORD.matcher(masked).replaceAll("");
    }
    return complete && masked.length() <= length
        ? masked
        : masked.substring(0, Math.min(masked.length(), length)) + "…";
  }

  private static String mask(String text, String secret) {
    String masked = secret.isEmpty() ? text : text.replace(secret, "…");
    masked = BEARER.matcher(masked).replaceAll("Bearer …");
    masked = API_KEY.matcher(masked).replaceAll("…");
    masked = USER_INFO.matcher(masked).replaceAll("//…@");
    masked = QUERY.matcher(masked).replaceAll("?…");
    return SIGNATURE.matcher(masked).replaceAll("$1=…");
  }
}

package io.github.videotasks.ext.payload;

import java.util.regex.Pattern;

/**
 * Foreign text made fit for a message or a log line: one line, short, without what may be a secret.
 *
 * <p>Left out are the query of every address (it is the signature), user names in addresses, what
 * follows the word Bearer, what stands beside names such as {@code sig} and {@code token}, and
 * words that look like an API key; all of it also where it is escaped, as in {@code %26sig%3D…}.
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

  /** Masking looks at more than is shown, so that a cut cannot leave half a secret. */
  private static final int SCAN_FACTOR = 8;

  private MaskedExcerpt() {}

  /** As {@link #withoutSecret}, of a text in which no known secret is to be expected. */
  public static String of(String text, int length) {
    return withoutSecret("", text, length);
  }

  /**
   * Cuts and masks a text.
   *
   * @param secret what is left out wherever it stands, such as the key; empty for nothing
   * @param text any text
   * @param length the most characters to show
   * @return the start of the text, masked and with most of its escapes undone; ends in {@code …} if
   *     there was more
   */
  public static String withoutSecret(String secret, String text, int length) {
    boolean all = text.length() <= length * SCAN_FACTOR;
    String start = all ? text : text.substring(0, length * SCAN_FACTOR);
    // Twice: an escape may hide the name of a secret, or a blank in the middle of one.
    String shown = mask(EscapeDecoder.decode(mask(start, secret)), secret);
    shown = UNPRINTABLE.matcher(shown).replaceAll(" ").strip();
    if (!all && shown.length() <= length) {
      // So much was masked that the cut would be seen, and with it, perhaps, half a secret.
      shown = LAST_WORD.matcher(shown).replaceAll("");
    }
    return all && shown.length() <= length
        ? shown
        : shown.substring(0, Math.min(shown.length(), length)) + "…";
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

package io.github.videotasks.ext.payload;

import java.util.regex.Pattern;

/**
 * Foreign text made fit for a message or a log line: one line, short, without what may be a secret.
 *
 * <p>Left out are the query of every address (it is the signature), user names in addresses, what
 * follows the word Bearer, what stands beside names such as {@code sig} and {@code token}, and
 * words that look like an API key; all of it also where it is escaped, as in {@code %26sig%3D…}.
 */
public final class Excerpt {

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]+");
  private static final Pattern USER = Pattern.compile("//[^\\s/?#\"'<>@]+@");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bbearer(?:\\s|%20|\\+)+[^\\s\"',<>]+");
  private static final Pattern KEY = Pattern.compile("\\b(?:sk|key|ak|pk)-[^\\s\"',<>]{6,}");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?i)(sig|signature|token|secret|x-amz-[a-z-]+|api[_-]?key)"
              + "(?:\"?\\s*[:=]\\s*[\"']?|%3d)[^\\s&\"'<>]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");
  private static final Pattern LAST_WORD = Pattern.compile("[^\\s\"'<>]+$");

  /** Masking looks at more than is shown, so that a cut cannot leave half a secret. */
  private static final int LOOKED_AT = 8;

  private Excerpt() {}

  /** As {@link #without}, of a text in which no known secret is to be expected. */
  public static String of(String text, int length) {
    return without("", text, length);
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
  public static String without(String secret, String text, int length) {
    boolean all = text.length() <= length * LOOKED_AT;
    String start = all ? text : text.substring(0, length * LOOKED_AT);
    // Twice: an escape may hide the name of a secret, or a blank in the middle of one.
    String shown = masked(Unescaped.of(masked(start, secret)), secret);
    shown = UNPRINTABLE.matcher(shown).replaceAll(" ").strip();
    if (!all && shown.length() <= length) {
      // So much was masked that the cut would be seen, and with it, perhaps, half a secret.
      shown = LAST_WORD.matcher(shown).replaceAll("");
    }
    return all && shown.length() <= length
        ? shown
        : shown.substring(0, Math.min(shown.length(), length)) + "…";
  }

  private static String masked(String text, String secret) {
    String masked = secret.isEmpty() ? text : text.replace(secret, "…");
    masked = BEARER.matcher(masked).replaceAll("Bearer …");
    masked = KEY.matcher(masked).replaceAll("…");
    masked = USER.matcher(masked).replaceAll("//…@");
    masked = QUERY.matcher(masked).replaceAll("?…");
    return SIGNATURE.matcher(masked).replaceAll("$1=…");
  }
}

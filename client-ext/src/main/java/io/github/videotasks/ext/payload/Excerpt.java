package io.github.videotasks.ext.payload;

import java.util.regex.Pattern;

/**
 * Foreign text made fit for a message or a log line: one line, short, without what may be a secret.
 *
 * <p>Left out are the query of every address (it is the signature), what follows the word Bearer,
 * and words that look like an API key.
 */
public final class Excerpt {

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]+");
  private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer\\s+[^\\s\"',<>]+");
  private static final Pattern KEY = Pattern.compile("\\b(?:sk|key|ak|pk)-[^\\s\"',<>]{6,}");
  private static final Pattern SIGNATURE =
      Pattern.compile("(?i)\\b(sig|signature|token|x-amz-[a-z-]+|api[_-]?key)(=|%3d)[^\\s&\"'<>]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");

  /** Masking looks at more than is shown, so that a cut cannot leave half a secret. */
  private static final int LOOKED_AT = 8;

  private Excerpt() {}

  /**
   * Cuts and masks a text.
   *
   * @param text any text
   * @param length the most characters to show
   * @return the start of the text, masked; ends in {@code …} if there was more
   */
  public static String of(String text, int length) {
    String shown = text.substring(0, Math.min(text.length(), length * LOOKED_AT));
    shown = BEARER.matcher(shown).replaceAll("Bearer …");
    shown = KEY.matcher(shown).replaceAll("…");
    shown = QUERY.matcher(shown).replaceAll("?…");
    shown = SIGNATURE.matcher(shown).replaceAll("$1=…");
    shown = UNPRINTABLE.matcher(shown).replaceAll(" ").strip();
    boolean cut = shown.length() > length || text.length() > length * LOOKED_AT;
    return cut ? shown.substring(0, Math.min(shown.length(), length)) + "…" : shown;
  }
}

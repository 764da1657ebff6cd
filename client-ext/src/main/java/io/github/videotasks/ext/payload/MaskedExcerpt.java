package io.github.videotasks.ext.payload;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Shortens and masks an untrusted text for a message or a log line: one line, without secrets.
 *
 * <p>It masks the query of every URL (it contains the signature), user names in URLs, the token
 * after {@code Bearer}, the values of parameters such as {@code sig} and {@code token}, and words
 * that begin with {@code sk-}, {@code key-}, {@code ak-} or {@code pk-}; all of them in any case,
 * and also in escaped form, as in {@code %26sig%3D…}. Secrets that the caller names are masked in
 * the forms that {@link SecretRedactor} lists. Other secrets remain.
 */
public final class MaskedExcerpt {

  /**
   * A kind of secret and its replacement.
   *
   * @param secret matches in time linear to the text, whatever the text is
   * @param replacement in the form of {@link java.util.regex.Matcher#replaceAll(String)}
   */
  record MaskingRule(Pattern secret, String replacement) {

    private MaskingRule(String secret, String replacement) {
      this(Pattern.compile(secret), replacement);
    }

    String mask(CharSequence text) {
      return secret.matcher(text).replaceAll(replacement);
    }
  }

  /** Applied in this order. */
  static final List<MaskingRule> RULES =
      List.of(
          // The token after Bearer.
          new MaskingRule("(?i)\\bbearer(?:[\\s+]|%20)++[^\\s\"',<>]++", "Bearer …"),
          // An API key.
          new MaskingRule("(?i)\\b(?:sk|key|ak|pk)-[^\\s\"',<>]{6,}+", "…"),
          // The user name and password of a URL.
          new MaskingRule("//[^\\s/?#\"'<>@]++@", "//…@"),
          // The query of a URL.
          new MaskingRule("\\?[^\\s\"'<>]++", "?…"),
          // A parameter with a secret. X-Amz-… is searched once in a run of letters and hyphens.
          new MaskingRule(
              "(?i)(sig|signature|token|secret|(?<![a-z-])(?>[a-z-]*?x-amz-)[a-z-]++|api[_-]?key)"
                  + "(?:\"?\\s*+[:=]\\s*+[\"']?|%3d)[^\\s&\"'<>]++",
              "$1=…"));

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]+");

  /** Characters that end a word, in a text without line ends; a secret is within one word. */
  private static final String WORD_ENDS = " \"'<>";

  /** More text is masked than is shown, so that the cut does not leave a part of a secret. */
  private static final int SCAN_FACTOR = 8;

  private MaskedExcerpt() {}

  /**
   * Shortens and masks a text that cannot contain the API key; see {@link #withoutSecret}.
   *
   * @param text any text
   * @param length the maximum number of characters to show
   * @return the start of the text, masked; ends in {@code …} if the text was longer
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
    return withoutSecrets(secret.isEmpty() ? List.of() : List.of(secret), text, length);
  }

  /**
   * Shortens and masks a text, as {@link #withoutSecret} does for one secret.
   *
   * @param secrets the texts to remove wherever they occur, not empty; one that contains another
   *     comes before it. Those of 16 characters or more in visible ASCII are removed in the forms
   *     that {@link SecretRedactor} lists, others as they are
   * @param text any text
   * @param length the maximum number of characters to show
   * @return the start of the text, masked and with most of its escapes decoded; ends in {@code …}
   *     if the text was longer
   */
  public static String withoutSecrets(List<String> secrets, String text, int length) {
    String redacted = redact(text, secrets);
    boolean complete = redacted.length() <= length * SCAN_FACTOR;
    String start = complete ? redacted : redacted.substring(0, length * SCAN_FACTOR);
    // Mask twice: an escape may hide the name of a secret, or a blank in the middle of one.
    String masked = mask(EscapeDecoder.decode(mask(start, secrets)), secrets);
    masked = UNPRINTABLE.matcher(masked).replaceAll(" ").strip();
    if (!complete && masked.length() <= length) {
      // The end of the scanned text would be shown; it may be the first part of a secret.
      masked = masked.substring(0, lastWordStart(masked));
    }
    return complete && masked.length() <= length ? masked : start(masked, length) + "…";
  }

  /** Returns the first characters; one that takes two places is not cut in half. */
  private static String start(String text, int length) {
    boolean isCut = length > 0 && length < text.length();
    int end = isCut && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, Math.min(text.length(), end));
  }

  /** In the whole text, because a secret that is cut would not be found. */
  private static String redact(String text, List<String> secrets) {
    String redacted = text;
    for (String secret : secrets) {
      if (SecretRedactor.accepts(secret)) {
        redacted = new SecretRedactor(secret).redact(redacted);
      }
    }
    return redacted;
  }

  private static int lastWordStart(String text) {
    int start = text.length();
    while (start > 0 && WORD_ENDS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static String mask(String text, List<String> secrets) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, "…");
    }
    for (MaskingRule rule : RULES) {
      masked = rule.mask(masked);
    }
    return masked;
  }
}

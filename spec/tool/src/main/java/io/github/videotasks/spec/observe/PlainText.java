package io.github.videotasks.spec.observe;

import java.util.regex.Pattern;

/**
 * The texts that a recording keeps: words of an interface, such as a status value or the name of a
 * model, numbers and times. Keys, ids, encoded data and sentences are not among them.
 */
final class PlainText {
  private static final int MAX_WORD = 48;
  private static final int MAX_NAME = 64;
  private static final int MAX_DIGITS = 6;

  /** Letters in the case of a word or of camel case, with digits in front or behind only. */
  private static final String PART =
      "(?=[A-Za-z0-9])[0-9]{0,4}[A-Z]{0,20}(?:[a-z]{1,20}(?:[A-Z][a-z]{2,20}){0,5}[A-Z]{0,4})?"
          + "[0-9]{0,4}";

  private static final Pattern WORD = Pattern.compile(PART + "(?:[_./:-]" + PART + ")*");
  private static final Pattern NAME =
      Pattern.compile("[_$@]{0,2}" + PART + "(?:[_$@.:-]{1,2}" + PART + ")*");
  private static final Pattern KEY = Pattern.compile("(?i)(?:sk|key|ak|pk)-.*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?\\d{1,6}(?:\\.\\d{1,6})?(?:%|s|ms|[x:]\\d{1,5})?|[12]\\d{9}(?:\\d{3})?");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?"
              + "(?:Z|[+-]\\d\\d:?\\d\\d)?)?");

  private PlainText() {}

  static boolean isWord(String text) {
    return text.length() <= MAX_WORD && isHarmless(WORD, text);
  }

  /** Returns whether a text is the name of a property, and not an id or a text. */
  static boolean isName(String text) {
    return text.length() <= MAX_NAME && isHarmless(NAME, text);
  }

  private static boolean isHarmless(Pattern form, String text) {
    return form.matcher(text).matches()
        && !KEY.matcher(text).matches()
        && text.chars().filter(c -> c >= '0' && c <= '9').count() <= MAX_DIGITS;
  }

  static boolean isNumberOrTime(String text) {
    return NUMBER.matcher(text).matches() || TIME.matcher(text).matches();
  }
}

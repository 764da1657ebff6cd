package io.github.videotasks.spec.write;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;

/**
 * Decides which strings are written to YAML without quotes.
 *
 * <p>Only strings that every parser of YAML 1.1 and 1.2 reads as strings: {@code no}, {@code 1:30},
 * {@code 0o7} and {@code =} are quoted.
 */
final class PlainScalarChecker extends StringQuotingChecker {
  private static final long serialVersionUID = 1L;

  private static final String PLAIN_PUNCTUATION = " ._/$+*()<>=%;'\"~^,!?-";
  private static final Set<String> RESERVED_WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
  private static final int MAX_RESERVED_LENGTH = 5;

  @Override
  public boolean needToQuoteName(String name) {
    return !isPlain(name);
  }

  @Override
  public boolean needToQuoteValue(String value) {
    return !isPlain(value);
  }

  /** Checks character by character: a regular expression would recurse over a long string. */
  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !isPlainStart(text.codePointAt(0))
        || text.endsWith(" ")
        || text.endsWith(":")) {
      return false;
    }
    if (text.length() <= MAX_RESERVED_LENGTH
        && RESERVED_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      boolean mapping = c == ':' && text.startsWith(" ", at + 1);
      if (mapping
          || !(c == ':' || Character.isLetterOrDigit(c) || PLAIN_PUNCTUATION.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainStart(int c) {
    return Character.isLetter(c) || c == '/' || c == '$' || c == '_';
  }
}

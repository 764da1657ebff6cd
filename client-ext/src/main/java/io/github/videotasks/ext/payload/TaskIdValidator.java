package io.github.videotasks.ext.payload;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an id must not be, because it would reach another resource than a task.
 *
 * <p>The id is sent encoded, so that a server which reads it once finds what was given. The rule
 * also covers servers and proxies that read it once more: that undo a percent-encoding again, fold
 * look-alikes such as the full-width slash, or cut a path at a semicolon.
 */
final class TaskIdValidator {

  /** Of one byte; parts of longer characters are no danger. */
  private static final Pattern PERCENT_ESCAPE = Pattern.compile("%([0-7][0-9a-fA-F])");

  private TaskIdValidator() {}

  /** What was expected and found instead; null if the id is good. */
  static @Nullable String findProblem(String id) {
    String problem = findLiteralProblem(id);
    String read = id;
    while (problem == null && mayBeDecoded(read)) {
      String next = Normalizer.normalize(percentDecode(read), Normalizer.Form.NFKC);
      if (next.equals(read)) {
        return null;
      }
      read = next;
      problem = findLiteralProblem(read);
      problem = problem == null ? null : problem + " when it is decoded once more";
    }
    return problem;
  }

  private static @Nullable String findLiteralProblem(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '\\' || isUnprintable(text, i)) {
        return "expected an id without '/', '\\' and control characters, found U+%04X at index %d"
            .formatted((int) c, i);
      }
    }
    int semicolon = text.indexOf(';');
    String name = semicolon < 0 ? text : text.substring(0, semicolon);
    return isDotsOrBlank(name) ? "expected more than dots, found \"" + text + "\"" : null;
  }

  private static boolean isDotsOrBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.' && text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeDecoded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' || text.charAt(i) > 0x7e) {
        return true;
      }
    }
    return false;
  }

  private static String percentDecode(String text) {
    return PERCENT_ESCAPE.matcher(text).replaceAll(TaskIdValidator::decodeEscape);
  }

  private static String decodeEscape(MatchResult escape) {
    char character = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }

  private static boolean isUnprintable(String value, int index) {
    return switch (Character.getType(value.codePointAt(index))) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      // A half of a pair that stands alone cannot be sent as UTF-8.
      case Character.SURROGATE ->
          !Character.isLowSurrogate(value.charAt(index))
              || index == 0
              || !Character.isHighSurrogate(value.charAt(index - 1));
      default -> false;
    };
  }
}

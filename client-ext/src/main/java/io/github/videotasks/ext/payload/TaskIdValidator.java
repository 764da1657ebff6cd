package io.github.videotasks.ext.payload;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rejects ids that would address another resource than a task.
 *
 * <p>The id is sent percent-encoded, so a server that decodes it once receives the original id. The
 * check also covers servers and proxies that decode it a second time, map look-alike characters
 * such as the full-width slash to ASCII, or cut a path at a semicolon.
 */
final class TaskIdValidator {

  /** Escape of an ASCII character; bytes of multi-byte characters are harmless. */
  private static final Pattern PERCENT_ESCAPE = Pattern.compile("%([0-7][0-9a-fA-F])");

  private TaskIdValidator() {}

  /** Returns what was expected and what was found; null if the id is valid. */
  static @Nullable String findProblem(String id) {
    String problem = findLiteralProblem(id);
    String decoded = id;
    while (problem == null && mayBeDecoded(decoded)) {
      String next = Normalizer.normalize(percentDecode(decoded), Normalizer.Form.NFKC);
      if (next.equals(decoded)) {
        return null;
      }
      decoded = next;
      problem = findLiteralProblem(decoded);
      problem =
          problem == null ? null : problem + " after percent-decoding and Unicode normalization";
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
    return isDotsOrBlank(name)
        ? "expected an id that does not consist of dots only, found \"" + text + "\""
        : null;
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
      // An unpaired surrogate cannot be encoded as UTF-8.
      case Character.SURROGATE ->
          !Character.isLowSurrogate(value.charAt(index))
              || index == 0
              || !Character.isHighSurrogate(value.charAt(index - 1));
      default -> false;
    };
  }
}

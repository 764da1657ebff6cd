package io.github.videotasks.spec.evidence;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Matches a text of a page with a pattern of a page in bounded time: a pattern such as {@code
 * (a+)+$} needs exponential time for some texts.
 */
final class PatternMatch {
  private static final int MAX_STEPS = 1_000_000;

  private PatternMatch() {}

  /** Returns whether a text has a match; false when the search takes too long. */
  static boolean find(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new CountingText(text, new AtomicInteger())).find();
    } catch (TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  /** A text that stops the search after too many steps. */
  private record CountingText(CharSequence text, AtomicInteger steps) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (steps.incrementAndGet() > MAX_STEPS) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountingText(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

package io.github.videotasks.cli;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters of untrusted texts that a terminal obeys or that change the order of text. */
final class UnprintableText {
  private static final Pattern CHARACTER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private UnprintableText() {}

  /** Returns the text with these characters replaced. */
  static String replace(String text, UnaryOperator<String> replacement) {
    return CHARACTER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match.group())));
  }
}

package io.github.videotasks.spec.write;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which texts YAML may show without quotes.
 *
 * <p>Only those that no reader of YAML 1.1 or 1.2 takes for anything else: {@code no}, {@code
 * 1:30}, {@code 0o7} and {@code =} get quotes.
 */
final class PlainText extends StringQuotingChecker {
  private static final long serialVersionUID = 1L;

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}/$_](?:[\\p{L}\\p{N} ._/$+*()<>=%;'\"~^,!?-]|:(?! |$))*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  @Override
  public boolean needToQuoteName(String name) {
    return !plain(name);
  }

  @Override
  public boolean needToQuoteValue(String value) {
    return !plain(value);
  }

  private static boolean plain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.endsWith(" ")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}

package io.github.videotasks.ext.payload;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes escape sequences for visible ASCII characters: JSON escapes (a backslash, u and four
 * digits), percent-encoding in URLs ({@code %3D}) and HTML character references (by number or by
 * name). Masking runs on the decoded text, because an escaped secret is still a secret.
 */
final class EscapeDecoder {

  /**
   * Groups 1 to 3: the hexadecimal code in a JSON escape, a percent-encoding and an HTML reference.
   * Group 4: the decimal code in an HTML reference. Group 5: the name in an HTML reference. Group
   * 6: the slash of the JSON escape {@code \/}.
   */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u00([2-7][0-9a-fA-F])|%([2-7][0-9a-fA-F])|&#x0{0,5}([2-7][0-9a-fA-F]);"
              + "|&#0{0,5}([0-9]{2,3});|&(amp|lt|gt|quot|apos);|\\\\(/)");

  /** Each name is followed by its character. */
  private static final String NAMED_ENTITIES = "amp&lt<gt>quot\"apos'";

  /** Enough for URLs nested in URLs; each pass makes the text shorter. */
  private static final int MAX_PASSES = 4;

  private EscapeDecoder() {}

  static String decode(String text) {
    String result = text;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String next = decodeOnce(result);
      if (next.equals(result)) {
        break;
      }
      result = next;
    }
    return result;
  }

  /** Decodes the escapes of a text, but not those that appear by that. */
  static String decodeOnce(CharSequence text) {
    return ESCAPE.matcher(text).replaceAll(EscapeDecoder::decodeEscape);
  }

  private static String decodeEscape(MatchResult escape) {
    for (int group = 1; group <= 3; group++) {
      if (escape.group(group) != null) {
        return visibleCharacter(escape, Integer.parseInt(escape.group(group), 16));
      }
    }
    if (escape.group(4) != null) {
      return visibleCharacter(escape, Integer.parseInt(escape.group(4)));
    }
    String name = escape.group(5);
    char named =
        name == null ? '/' : NAMED_ENTITIES.charAt(NAMED_ENTITIES.indexOf(name) + name.length());
    return Matcher.quoteReplacement(String.valueOf(named));
  }

  private static String visibleCharacter(MatchResult escape, int code) {
    boolean visible = code > 0x20 && code < 0x7f;
    return Matcher.quoteReplacement(visible ? String.valueOf((char) code) : escape.group());
  }
}

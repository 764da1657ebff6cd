package io.github.videotasks.ext.payload;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the ways in which a visible ASCII character is written as several: those of JSON (a
 * backslash, u and four digits), of addresses ({@code %3D}) and of HTML (by number or by name).
 * Masking looks at the result, because a secret in other letters is still a secret.
 */
final class EscapeDecoder {

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u00([2-7][0-9a-fA-F])|%([2-7][0-9a-fA-F])|&#x0{0,5}([2-7][0-9a-fA-F]);"
              + "|&#0{0,5}([0-9]{2,3});|&(amp|lt|gt|quot|apos);|\\\\(/)");

  private static final String NAMED_ENTITIES = "amp&lt<gt>quot\"apos'";

  /** An address in an address in an address; each step makes the text shorter. */
  private static final int MAX_PASSES = 4;

  private EscapeDecoder() {}

  static String decode(String text) {
    String result = text;
    for (int step = 0; step < MAX_PASSES; step++) {
      String next = ESCAPE.matcher(result).replaceAll(EscapeDecoder::decodeEscape);
      if (next.equals(result)) {
        break;
      }
      result = next;
    }
    return result;
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

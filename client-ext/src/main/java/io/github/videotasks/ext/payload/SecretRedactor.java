package io.github.videotasks.ext.payload;

import java.util.BitSet;

/**
 * Removes one secret, such as an API key, from texts. It finds the secret
 *
 * <ul>
 *   <li>in upper and lower case,
 *   <li>in hexadecimal and in Base64 (both alphabets, also as a part of a longer encoded text),
 *   <li>with characters in between that are not visible ASCII (blanks, line ends, zero-width
 *       characters),
 *   <li>and all of these in escaped form: percent-encoding, JSON escapes and HTML character
 *       references, up to four times one in another.
 * </ul>
 *
 * <p>It does not find a secret that is encrypted, compressed, reversed, encoded in another way or
 * twice in Base64, or distributed over several texts. Time and memory are linear to the text.
 */
public final class SecretRedactor {

  /** A shorter text could be an ordinary word, or a part of another Base64 text. */
  public static final int MIN_LENGTH = 16;

  /** Each pass decodes the escapes of a text once. */
  private static final int MAX_PASSES = 4;

  private final SecretMatcher matcher;

  /**
   * Creates a redactor.
   *
   * @param secret visible ASCII without blanks
   * @throws IllegalArgumentException if it has other characters, or fewer than {@value
   *     #MIN_LENGTH}; the message does not contain it
   */
  public SecretRedactor(String secret) {
    if (!accepts(secret)) {
      throw new IllegalArgumentException(
          "expected a secret of at least "
              + MIN_LENGTH
              + " visible ASCII characters, found "
              + secret.length()
              + " or others; a shorter one may be an ordinary word");
    }
    matcher = new SecretMatcher(SecretForms.of(secret));
  }

  static boolean accepts(String secret) {
    return secret.length() >= MIN_LENGTH
        && secret.chars().allMatch(c -> SecretMatcher.fold((char) c) != 0);
  }

  /**
   * Returns the text with … in each place of the secret.
   *
   * @param text any text
   * @return the same object if it does not contain the secret
   */
  public String redact(String text) {
    BitSet found = new BitSet();
    if (DecodedText.mayHaveEscapes(text)) {
      found = find(text);
    } else {
      find(DecodedText.of(text), found);
    }
    return found.isEmpty() ? text : replace(text, found);
  }

  /** Returns the places of all characters of a text that belong to the secret. */
  BitSet find(CharSequence text) {
    DecodedText searched = DecodedText.of(text);
    BitSet found = new BitSet();
    find(searched, found);
    DecodedText decoded = searched.decode();
    for (int pass = 1; pass <= MAX_PASSES && decoded != searched; pass++) {
      searched = decoded;
      find(searched, found);
      decoded = searched.decode();
    }
    return found;
  }

  /** Sets the bit of each character of the original text that belongs to the secret. */
  private void find(DecodedText text, BitSet found) {
    int state = SecretMatcher.ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = SecretMatcher.fold(text.charAt(i));
      // Nearly every character of a response ends here.
      boolean skipped = c == 0 || (state == SecretMatcher.ROOT && !matcher.canStart(c));
      if (!skipped) {
        state = matcher.next(state, c);
        int length = matcher.matchedLength(state);
        if (length > 0) {
          found.set(text.start(beginOf(text, i, length)), text.start(i + 1));
          // Each character is in one match at most, so that going back stays linear.
          state = SecretMatcher.ROOT;
        }
      }
    }
  }

  /** Returns where the match begins whose last character is at a place. */
  private static int beginOf(DecodedText text, int last, int length) {
    int begin = last + 1;
    for (int left = length; left > 0; ) {
      begin--;
      if (SecretMatcher.fold(text.charAt(begin)) != 0) {
        left--;
      }
    }
    return begin;
  }

  private static String replace(String text, BitSet found) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (copied < text.length()) {
      int begin = found.nextSetBit(copied);
      if (begin < 0) {
        break;
      }
      out.append(text, copied, begin).append('…');
      copied = found.nextClearBit(begin);
    }
    return out.append(text, Math.min(copied, text.length()), text.length()).toString();
  }

  @Override
  public String toString() {
    return "SecretRedactor[…]";
  }
}

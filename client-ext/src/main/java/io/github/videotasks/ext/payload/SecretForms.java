package io.github.videotasks.ext.payload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a text may contain a secret, all in lower case. */
final class SecretForms {

  private SecretForms() {}

  /**
   * Returns the secret itself, in hexadecimal and in Base64 with both alphabets.
   *
   * @param secret visible ASCII
   */
  static Set<String> of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret.toLowerCase(Locale.ROOT));
    forms.add(HexFormat.of().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      String base64 = base64(bytes, offset);
      forms.add(base64);
      forms.add(base64.replace('+', '-').replace('/', '_'));
    }
    return forms;
  }

  /**
   * Returns the digits of a Base64 text that depend on the secret alone. Three bytes are four
   * digits, so the digits depend on where the secret begins in the encoded text, as in {@code
   * user:secret}.
   *
   * @param offset the number of bytes before the secret, modulo 3
   */
  private static String base64(byte[] secret, int offset) {
    byte[] bytes = new byte[offset + secret.length];
    System.arraycopy(secret, 0, bytes, offset, secret.length);
    String digits = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int firstDigit = (offset * 8 + 5) / 6;
    int endDigit = bytes.length * 8 / 6;
    return digits.substring(firstDigit, endDigit).toLowerCase(Locale.ROOT);
  }
}

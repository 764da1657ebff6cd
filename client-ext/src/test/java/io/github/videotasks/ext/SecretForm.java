package io.github.videotasks.ext;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a gateway quotes a key, a prompt or an id inside a text of JSON. */
enum SecretForm {
  PLAIN(text -> text),
  UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
  LOWER_CASE(text -> text.toLowerCase(Locale.ROOT)),
  BASE64(text -> Base64.getEncoder().encodeToString(bytes(text))),
  BASE64_URL(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text))),
  BASE64_OF_HEADER(text -> Base64.getUrlEncoder().encodeToString(bytes("user:" + text))),
  HEX(text -> HexFormat.of().formatHex(bytes(text))),
  PERCENT(SecretForm::percent),
  PERCENT_TWICE(text -> percent(percent(text))),
  JSON(text -> "{\\\"key\\\":\\\"" + text + "\\\"}"),
  ZERO_WIDTH(text -> String.join("\u200b", text.split(""))),

  /** Most of the key is in the part of a text that is read for a message, but not all. */
  ZERO_WIDTH_RUNS(text -> String.join("\u200b".repeat(70), text.split("")));

  @SuppressWarnings("ImmutableEnumChecker") // the encodings are pure functions
  private final UnaryOperator<String> encoding;

  SecretForm(UnaryOperator<String> encoding) {
    this.encoding = encoding;
  }

  String of(String secret) {
    return encoding.apply(secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

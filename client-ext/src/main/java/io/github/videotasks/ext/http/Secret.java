package io.github.videotasks.ext.http;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API key. Whatever a gateway says is masked through it before it stands in a message, because
 * some gateways quote the key in their error texts.
 */
public final class Secret {

  private static final int MAX_QUOTED_LENGTH = 200;

  /** A shorter key could be an ordinary word, which must stay in an answer. */
  private static final int MIN_REDACTED_LENGTH = 16;

  private final String value;

  /** The key as it may stand in an answer: as it is, or as a part of an address in either case. */
  private final List<String> encodedForms;

  /**
   * Takes a key.
   *
   * @param value visible ASCII, so that it can stand in a header
   * @throws IllegalArgumentException if it is not, or null
   */
  public Secret(@Nullable String value) {
    if (value == null || !isVisibleAscii(value)) {
      throw new IllegalArgumentException(
          "API key: expected visible ASCII characters without blanks, found "
              + (value == null || value.isEmpty() ? "none at all" : "others")
              + "; pass the key alone, without \"Bearer\" and line ends");
    }
    this.value = value;
    encodedForms = value.length() < MIN_REDACTED_LENGTH ? List.of() : encodedForms(value);
  }

  private static boolean isVisibleAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static List<String> encodedForms(String value) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    if (encoded.equals(value)) {
      return List.of(value);
    }
    Matcher escapes = Pattern.compile("%..").matcher(encoded);
    String lowerCase = escapes.replaceAll(it -> it.group().toLowerCase(Locale.ROOT));
    return List.of(value, encoded, lowerCase);
  }

  /** The key itself, for the header. */
  String value() {
    return value;
  }

  /**
   * An answer without the key, wherever the gateway has put it; the same object if it is nowhere.
   */
  JsonValue redact(JsonValue answer) {
    if (encodedForms.isEmpty()) {
      return answer;
    }
    return switch (answer.kind()) {
      case STRING -> {
        String text = answer.asString();
        String without = text == null ? null : redact(text);
        yield without == null || without.equals(text) ? answer : JsonValue.of(without);
      }
      case ARRAY -> redactElements(answer);
      case OBJECT -> redactProperties(answer);
      default -> answer;
    };
  }

  private String redact(String text) {
    String without = text;
    for (String form : encodedForms) {
      without = without.replace(form, "…");
    }
    return without;
  }

  private JsonValue redactElements(JsonValue array) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    for (int i = 0; i < elements.size(); i++) {
      elements.set(i, redact(elements.get(i)));
    }
    return elements.equals(array.elements()) ? array : JsonValue.of(elements);
  }

  private JsonValue redactProperties(JsonValue object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : object.properties().entrySet()) {
      members.put(redact(member.getKey()), redact(member.getValue()));
    }
    return members.equals(object.properties()) ? object : JsonValue.of(members);
  }

  /** The start of a foreign text, fit for a message. */
  String mask(String text) {
    return MaskedExcerpt.withoutSecret(value, text, MAX_QUOTED_LENGTH);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}

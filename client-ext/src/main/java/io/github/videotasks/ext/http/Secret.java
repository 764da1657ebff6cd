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
 * The API key. Every text of a gateway is masked with it before it becomes part of a message,
 * because some gateways quote the key in their error texts.
 */
public final class Secret {

  private static final int MAX_QUOTED_LENGTH = 200;

  /** A shorter key could be an ordinary word, which must stay in a response. */
  private static final int MIN_REDACTED_LENGTH = 16;

  private final String value;

  /** The key as a response may contain it: as it is, or percent-encoded in upper or lower case. */
  private final List<String> encodedForms;

  /**
   * Creates a secret.
   *
   * @param value visible ASCII without blanks, as a header needs it
   * @throws IllegalArgumentException if it is null or has other characters
   */
  public Secret(@Nullable String value) {
    if (value == null || !isVisibleAscii(value)) {
      throw new IllegalArgumentException(
          "API key: expected visible ASCII characters without blanks, found "
              + (value == null || value.isEmpty() ? "none" : "others")
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

  /** Returns the key itself, for the header. */
  String value() {
    return value;
  }

  /** Returns the value without the key, wherever it occurs; the same object if it does not. */
  JsonValue redact(JsonValue json) {
    if (encodedForms.isEmpty()) {
      return json;
    }
    return switch (json.kind()) {
      case STRING -> {
        String text = json.asString();
        String without = text == null ? null : redact(text);
        yield without == null || without.equals(text) ? json : JsonValue.of(without);
      }
      case ARRAY -> redactElements(json);
      case OBJECT -> redactProperties(json);
      default -> json;
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

  /** Returns the start of a text of a gateway, masked for a message. */
  String mask(String text) {
    return MaskedExcerpt.withoutSecret(value, text, MAX_QUOTED_LENGTH);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}

package io.github.videotasks.ext.recording;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masks one exchange. Everything is removed that is not known to be harmless: of texts only words
 * of an interface, numbers and times remain, of URLs the host and the words of the path. Numbers,
 * booleans and the structure remain.
 */
final class ExchangeMask {

  /** Replaces what is removed. A word in ASCII, so that a URL stays a URL. */
  static final String MASKED = "masked";

  private static final int MAX_JSON_IN_TEXT = 3;
  private static final int MAX_TEXT = 65_536;

  private final HiddenValues hidden;
  private final UrlMask urls;
  private final String url;

  /**
   * Creates a mask that knows the ids and prompts of all parts of an exchange.
   *
   * @param keys the API keys that the exchange may quote
   * @param url the URL of the request
   * @param requestBody the body of the request; null if there is none or it is not JSON
   * @param body the body of the response; null if it is not JSON
   */
  ExchangeMask(
      List<String> keys, String url, @Nullable JsonValue requestBody, @Nullable JsonValue body) {
    hidden = new HiddenValues(keys);
    urls = new UrlMask(hidden);
    this.url = url;
    urls.collectSecrets(url);
    if (requestBody != null) {
      collectSent(requestBody, ValueClass.OTHER, 0);
    }
    if (body != null) {
      collectPrompts(body, ValueClass.OTHER, 0);
    }
    urls.collectIds(url);
    if (body != null) {
      collectIds(body, ValueClass.OTHER, 0);
    }
  }

  String url() {
    return urls.ofRequest(url);
  }

  JsonValue body(JsonValue body) {
    return mask(body, ValueClass.OTHER, 0);
  }

  private interface Visitor {
    void visit(JsonValue value, ValueClass of, int level);
  }

  private void collectPrompts(JsonValue value, ValueClass of, int level) {
    String text = value.asString();
    if (text != null && of == ValueClass.PROMPT) {
      hidden.hide(text);
    }
    forEachChild(value, of, level, this::collectPrompts);
  }

  /** Prompts and texts: in a response, the text "success" must not hide a status value. */
  private void collectSent(JsonValue value, ValueClass of, int level) {
    String text = value.asString();
    if (text != null && (of == ValueClass.PROMPT || of == ValueClass.TEXT)) {
      hidden.hide(text);
    }
    forEachChild(value, of, level, this::collectSent);
  }

  private void collectIds(JsonValue value, ValueClass of, int level) {
    String text = scalar(value);
    if (of == ValueClass.ID && text != null && !text.isEmpty()) {
      hidden.replaceId(text);
    }
    forEachChild(value, of, level, this::collectIds);
  }

  private static @Nullable String scalar(JsonValue value) {
    String text = value.asString();
    return text == null ? value.asNumberText() : text;
  }

  private static void forEachChild(JsonValue value, ValueClass of, int level, Visitor visitor) {
    value.properties().forEach((name, child) -> visitor.visit(child, of.below(name), level));
    value.elements().forEach(child -> visitor.visit(child, of, level));
    JsonValue inner = jsonIn(value.asString(), level);
    if (inner != null) {
      visitor.visit(inner, of, level + 1);
    }
  }

  private JsonValue mask(JsonValue value, ValueClass of, int level) {
    return switch (value.kind()) {
      case OBJECT -> {
        Map<String, JsonValue> masked = new LinkedHashMap<>();
        value
            .properties()
            .forEach((name, child) -> masked.put(name(name), mask(child, of.below(name), level)));
        yield JsonValue.of(masked);
      }
      case ARRAY -> {
        List<JsonValue> masked = new ArrayList<>();
        value.elements().forEach(child -> masked.add(mask(child, of, level)));
        yield JsonValue.of(masked);
      }
      case NUMBER -> number(value, of);
      case STRING -> JsonValue.of(text(String.valueOf(value.asString()), of, level));
      case BOOLEAN, NULL -> value;
    };
  }

  private String name(String name) {
    return HarmlessText.isName(name) && !hidden.isHidden(name) && !hidden.isKnownId(name)
        ? name
        : MASKED;
  }

  private JsonValue number(JsonValue number, ValueClass of) {
    String digits = String.valueOf(number.asNumberText());
    if (of == ValueClass.ID) {
      String known = hidden.replaceId(digits);
      return JsonValue.of(Long.parseLong(known.substring(known.lastIndexOf('-') + 1)));
    }
    boolean removed =
        of == ValueClass.SECRET
            || of == ValueClass.PERSON
            || hidden.isHidden(digits)
            || hidden.hasId(digits);
    return removed ? JsonValue.of(0) : number;
  }

  private String text(String text, ValueClass of, int level) {
    if (text.isEmpty()) {
      return text;
    }
    if (of == ValueClass.ID) {
      return hidden.replaceId(text);
    }
    if (of != ValueClass.OTHER && of != ValueClass.TEXT) {
      return MASKED;
    }
    JsonValue inner = jsonIn(text, level);
    if (inner != null) {
      return mask(inner, ValueClass.OTHER, level + 1).json();
    }
    return of == ValueClass.TEXT ? MASKED : text(text);
  }

  private String text(String redacted) {
    // Where a key was removed, a URL stays a URL.
    String text = redacted.contains("://") ? redacted.replace("…", MASKED) : redacted;
    if (hidden.isKnownId(text)) {
      return hidden.replaceId(text);
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return HarmlessText.isNumberOrTime(text) ? text : MASKED;
    }
    if (text.startsWith("/") || text.contains("://")) {
      return urls.ofBody(text);
    }
    if (HiddenValues.isUuid(text)) {
      return HiddenValues.uuid(0);
    }
    boolean kept = HarmlessText.isNumberOrTime(text) || HarmlessText.isWord(text);
    return kept && !hidden.isHidden(text) && !hidden.hasId(text) ? text : MASKED;
  }

  /** Returns the object or list inside a text that holds JSON; null if there is none. */
  private static @Nullable JsonValue jsonIn(@Nullable String text, int level) {
    if (text == null || level >= MAX_JSON_IN_TEXT || text.length() > MAX_TEXT) {
      return null;
    }
    String stripped = text.strip();
    if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
      return null;
    }
    try {
      return JsonValue.parse(stripped);
    } catch (JsonDataException e) {
      return null;
    }
  }
}

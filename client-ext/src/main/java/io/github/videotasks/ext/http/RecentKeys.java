package io.github.videotasks.ext.http;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API keys that a response may quote, the newest first, and the removal of them. Immutable. */
final class RecentKeys {

  static final RecentKeys NONE = new RecentKeys(List.of());

  /** The current key and four older ones: a request may end after its key was replaced. */
  private static final int MAX_KEYS = 5;

  private static final int MAX_QUOTED_LENGTH = 200;

  private final List<ApiKey> keys;

  /** Longest first, because a key may be the start of another one. */
  private final List<ApiKey> longestFirst;

  /** Masked in messages only, and as they are. */
  private final List<String> shortValues;

  private RecentKeys(List<ApiKey> keys) {
    this.keys = keys;
    longestFirst =
        keys.stream()
            .sorted(Comparator.comparingInt((ApiKey key) -> key.value().length()).reversed())
            .toList();
    shortValues = longestFirst.stream().filter(ApiKey::isShort).map(ApiKey::value).toList();
  }

  /** Returns the key with this value; null if it is not one of these. */
  @Nullable ApiKey find(@Nullable String value) {
    for (ApiKey key : keys) {
      if (key.value().equals(value)) {
        return key;
      }
    }
    return null;
  }

  List<String> values() {
    return keys.stream().map(ApiKey::value).toList();
  }

  boolean startsWith(ApiKey key) {
    return !keys.isEmpty() && keys.get(0) == key;
  }

  /** Returns the newest key; there is one except in {@link #NONE}. */
  ApiKey newest() {
    return keys.get(0);
  }

  /**
   * Returns these keys with the given one as the newest; the oldest one above the limit is dropped.
   */
  RecentKeys with(ApiKey newest) {
    Stream<ApiKey> older = keys.stream().filter(key -> !key.value().equals(newest.value()));
    return new RecentKeys(Stream.concat(Stream.of(newest), older).limit(MAX_KEYS).toList());
  }

  /** Returns the value without the keys, wherever they occur; the same object if they do not. */
  JsonValue redact(JsonValue json) {
    if (shortValues.size() == keys.size()) {
      return json;
    }
    return switch (json.kind()) {
      case STRING -> {
        String text = json.asString();
        String without = text == null ? null : redact(text);
        yield without == null || without.equals(text) ? json : JsonValue.of(without);
      }
      case NUMBER -> {
        String digits = json.asNumberText();
        yield digits == null || redact(digits).equals(digits) ? json : JsonValue.of("…");
      }
      case ARRAY -> redactElements(json);
      case OBJECT -> redactProperties(json);
      default -> json;
    };
  }

  /** Returns the text without the keys; the same object if it does not contain one. */
  String redact(String text) {
    String without = text;
    for (ApiKey key : longestFirst) {
      without = key.redact(without);
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

  /**
   * Returns the start of a text of a gateway, masked for a message. The keys are searched in the
   * whole text: one that is cut would not be found.
   */
  String mask(String text) {
    return MaskedExcerpt.withoutSecrets(shortValues, redact(text), MAX_QUOTED_LENGTH);
  }

  @Override
  public String toString() {
    return "RecentKeys[" + keys.size() + "]";
  }
}

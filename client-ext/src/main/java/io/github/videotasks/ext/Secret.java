package io.github.videotasks.ext;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.payload.Excerpt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API key. Whatever a gateway says is masked through it before it stands in a message, because
 * some gateways quote the key in their error texts.
 */
final class Secret {

  private static final int SHOWN = 200;
  private static final Pattern ESCAPE = Pattern.compile("%..");

  /** A shorter key could be an ordinary word, which must stay in an answer. */
  private static final int REMOVED_FROM = 16;

  private final String value;

  /** The key as it may stand in an answer: as it is, or as a part of an address in either case. */
  private final List<String> forms;

  /**
   * Takes a key.
   *
   * @param value visible ASCII, so that it can stand in a header
   * @throws IllegalArgumentException if it is not, or null
   */
  Secret(@Nullable String value) {
    if (value == null || value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "API key: expected visible ASCII characters without blanks, found "
              + (value == null || value.isEmpty() ? "none at all" : "others")
              + "; pass the key alone, without \"Bearer\" and line ends");
    }
    this.value = value;
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    forms =
        value.length() < REMOVED_FROM
            ? List.of()
            : List.of(
                value,
                encoded,
                ESCAPE.matcher(encoded).replaceAll(it -> it.group().toLowerCase(Locale.ROOT)));
  }

  /** The key itself, for the header. */
  String value() {
    return value;
  }

  /**
   * An answer without the key, wherever the gateway has put it; the same object if it is nowhere.
   */
  JsonValue removeFrom(JsonValue answer) {
    return switch (answer.kind()) {
      case STRING -> {
        String text = answer.asString();
        String without = text == null ? null : removeFrom(text);
        yield without == null || without.equals(text) ? answer : JsonValue.of(without);
      }
      case ARRAY -> removeFromElements(answer);
      case OBJECT -> removeFromMembers(answer);
      default -> answer;
    };
  }

  private String removeFrom(String text) {
    String without = text;
    for (String form : forms) {
      without = without.replace(form, "…");
    }
    return without;
  }

  private JsonValue removeFromElements(JsonValue array) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    elements.replaceAll(this::removeFrom);
    return elements.equals(array.elements()) ? array : JsonValue.of(elements);
  }

  private JsonValue removeFromMembers(JsonValue object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(removeFrom(name), removeFrom(member)));
    return members.equals(object.members()) ? object : JsonValue.of(members);
  }

  /** The start of a foreign text, fit for a message. */
  String mask(String text) {
    return Excerpt.without(value, text, SHOWN);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}

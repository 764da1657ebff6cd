package io.github.videotasks.spec.observe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys, prompts and ids of one exchange, which are masked wherever they occur in it. */
final class RecordSecrets {
  /** Shorter ones may be a part of an ordinary word. */
  private static final int MIN_LENGTH = 4;

  private static final int MIN_CONTAINED_ID = 6;

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MODEL = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,23}");

  private final Set<String> hidden = new HashSet<>();
  private final Map<String, String> ids = new HashMap<>();

  RecordSecrets(List<String> keys) {
    keys.forEach(this::hide);
  }

  /** Adds a key or a prompt. */
  void hide(String value) {
    String folded = fold(value);
    if (folded.length() >= MIN_LENGTH) {
      hidden.add(folded);
    }
  }

  /** Returns whether a text contains a key or a prompt, in any case and with any separators. */
  boolean isHidden(String text) {
    String folded = fold(text);
    return hidden.stream().anyMatch(folded::contains);
  }

  /** Returns the replacement of an id: the next number if the id is new. */
  String replaceId(String id) {
    String known = ids.get(id);
    if (known == null) {
      known = replacement(id, ids.size() + 1);
      ids.put(id, known);
    }
    return known;
  }

  /** Returns whether a text contains an id. A shorter id may be a count or a part of a word. */
  boolean hasId(String text) {
    return ids.keySet().stream()
        .map(id -> id.substring(id.lastIndexOf(':') + 1))
        .anyMatch(id -> id.length() >= MIN_CONTAINED_ID && text.contains(id));
  }

  boolean isKnownId(String text) {
    return ids.containsKey(text);
  }

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  static String uuid(int number) {
    return "00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", number);
  }

  private String replacement(String id, int number) {
    if (isUuid(id)) {
      return uuid(number);
    }
    int colon = id.indexOf(':');
    String model = colon < 0 ? "" : id.substring(0, colon);
    boolean kept = MODEL.matcher(model).matches() && PlainText.isWord(model) && !isHidden(model);
    return (kept ? model + ":" : "") + "id-" + number;
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}

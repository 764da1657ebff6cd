package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.tree.NearWord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that authors use for the types of OpenAPI. */
final class TypeWords {
  static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object", "null");
  private static final Map<String, String> MEANT = new HashMap<>();

  static {
    words("string", "str text varchar char file binary date datetime date-time time uuid uri url");
    words("integer", "int int32 int64 long short bigint");
    words("number", "float double decimal numeric");
    words("boolean", "bool");
    words("array", "list");
    words("object", "map dict json struct");
    words("null", "nil none");
  }

  private TypeWords() {}

  private static void words(String type, String words) {
    MEANT.put(type, type);
    for (String word : words.split(" ", -1)) {
      MEANT.put(word, type);
    }
  }

  /** Gives the type that a word means; null when it means none. */
  static @Nullable String meant(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    String type = MEANT.get(plain);
    return type == null ? NearWord.of(plain, TYPES) : type;
  }
}

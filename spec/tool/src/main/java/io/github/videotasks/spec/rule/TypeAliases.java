package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.tree.SpellingSuggestion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that authors use for the types of OpenAPI, such as {@code int} for {@code integer}. */
final class TypeAliases {
  static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object", "null");
  private static final Map<String, String> ALIASES = new HashMap<>();

  static {
    register(
        "string", "str text varchar char file binary date datetime date-time time uuid uri url");
    register("integer", "int int32 int64 long short bigint");
    register("number", "float double decimal numeric");
    register("boolean", "bool");
    register("array", "list");
    register("object", "map dict json struct");
    register("null", "nil none");
  }

  private TypeAliases() {}

  private static void register(String type, String aliases) {
    ALIASES.put(type, type);
    for (String alias : aliases.split(" ", -1)) {
      ALIASES.put(alias, type);
    }
  }

  /** Returns the OpenAPI type for a name, also if misspelt; null when there is none. */
  static @Nullable String resolve(String alias) {
    String plain = alias.strip().toLowerCase(Locale.ROOT);
    String type = ALIASES.get(plain);
    return type == null ? SpellingSuggestion.closest(plain, TYPES) : type;
  }
}

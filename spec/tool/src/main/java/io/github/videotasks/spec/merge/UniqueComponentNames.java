package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.FieldEvidence;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;

/** Assigns a name of its own to each inline object without an {@code x-name}. */
final class UniqueComponentNames {
  private final Map<String, Object> owners = new HashMap<>();
  private final Map<String, Map<Object, String>> namesByOwner = new HashMap<>();
  private final Map<String, Integer> suffixes = new HashMap<>();

  /**
   * Returns a unique name derived from another; schemas that share their evidence share the name.
   *
   * @param owner the {@link FieldEvidence} of the schema, or the schema itself when it has none
   */
  String of(String derived, Object owner) {
    String base = ComponentNames.shorten(derived);
    // On case-insensitive file systems, names that differ only in case result in the same file.
    String key = base.toLowerCase(Locale.ROOT);
    Map<Object, String> known = namesByOwner.computeIfAbsent(key, k -> new IdentityHashMap<>());
    return known.computeIfAbsent(
        owner,
        o -> {
          String name = base;
          while (owners.getOrDefault(name.toLowerCase(Locale.ROOT), owner) != owner) {
            name = base + suffixes.merge(key, 2, (last, first) -> last + 1);
          }
          owners.put(name.toLowerCase(Locale.ROOT), owner);
          return name;
        });
  }
}

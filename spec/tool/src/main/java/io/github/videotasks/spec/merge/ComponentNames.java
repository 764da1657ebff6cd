package io.github.videotasks.spec.merge;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Derives names of schemas from names of properties. */
final class ComponentNames {
  private static final int MAX_LENGTH = 120;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ComponentNames() {}

  /** Returns a word in PascalCase for a component's name, which OpenAPI limits to ASCII. */
  static String capitalize(String word) {
    StringBuilder name = new StringBuilder();
    for (String part : SEPARATORS.split(word, -1)) {
      if (!part.isEmpty()) {
        name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    if (name.chars().allMatch(c -> c < 128)) {
      return name.toString();
    }
    return name.codePoints()
        .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("U%04X", c))
        .collect(Collectors.joining());
  }

  /** Shortens a long name: it is used for files, whose names are limited to 255 bytes. */
  static String shorten(String name) {
    return name.length() <= MAX_LENGTH
        ? name
        : name.substring(0, MAX_LENGTH - 8) + String.format("%08X", name.hashCode());
  }
}

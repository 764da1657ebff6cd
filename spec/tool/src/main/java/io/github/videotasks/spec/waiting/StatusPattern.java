package io.github.videotasks.spec.waiting;

import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.attention.TaskStage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Regular expression for status values as gateways write them: in lower case, in capitals, or with
 * a capital first letter of the first or of each word; with {@code _}, {@code -} or a blank between
 * words. It has no flags and no syntax that differs between engines.
 */
final class StatusPattern {
  private static final String SEPARATOR = "[-_ ]";

  private StatusPattern() {}

  /** Returns the pattern of the values that have one of some stages in every response. */
  static String of(StatusTable table, Set<TaskStage> stages) {
    return new TreeMap<>(table.stages())
        .entrySet().stream()
            .filter(entry -> stages.contains(entry.getValue()))
            .map(Map.Entry::getKey)
            .filter(value -> !table.withResult().containsKey(value))
            .flatMap(value -> Stream.of(lowerCase(value), capitals(value)))
            .collect(Collectors.joining("|", "^\\s*(?:", ")\\s*$"));
  }

  private static String lowerCase(String value) {
    return Stream.of(value.split("_", -1))
        .map(
            word -> "[" + capitals(word.substring(0, 1)) + word.charAt(0) + "]" + word.substring(1))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String capitals(String value) {
    return value.toUpperCase(Locale.ROOT).replace("_", SEPARATOR);
  }
}

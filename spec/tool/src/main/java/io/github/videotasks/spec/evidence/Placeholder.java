package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Detects examples that a tool filled in from the schema ({@code "string"}, {@code 0}, {@code
 * <url>}) instead of recorded ones. They do not count as evidence.
 */
final class Placeholder {
  // "string", "***", "...", "<name>" and "{{name}}", as the whole text.
  private static final Pattern PLACEHOLDER_TEXT =
      Pattern.compile(
          "string|\\*{3,}|\\.{3,}|<[^<>]*>|\\{\\{[^{}]*\\}\\}", Pattern.CASE_INSENSITIVE);

  private Placeholder() {}

  /** Returns whether a value has at least one placeholder and otherwise only empty values. */
  static boolean isPlaceholder(JsonNode value) {
    List<JsonNode> leaves = new ArrayList<>();
    collect(value, leaves);
    return leaves.stream().anyMatch(Placeholder::isPlaceholderText)
        && leaves.stream().allMatch(leaf -> isPlaceholderText(leaf) || isEmpty(leaf));
  }

  private static boolean isPlaceholderText(JsonNode leaf) {
    return leaf.isTextual() && PLACEHOLDER_TEXT.matcher(leaf.textValue()).matches();
  }

  private static boolean isEmpty(JsonNode leaf) {
    return leaf.isNull()
        || leaf.isBoolean()
        || (leaf.isNumber() && leaf.decimalValue().signum() == 0)
        || (leaf.isTextual() && leaf.textValue().isEmpty());
  }

  private static void collect(JsonNode value, List<JsonNode> leaves) {
    if (value.isContainerNode()) {
      value.forEach(child -> collect(child, leaves));
    } else {
      leaves.add(value);
    }
  }
}

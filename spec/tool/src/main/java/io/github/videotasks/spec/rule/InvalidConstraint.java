package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Removes patterns, defaults and enum values that no client could use. */
final class InvalidConstraint implements Rule {
  private static final int MAX_PATTERN_LENGTH = 1_000;

  @Override
  public String id() {
    return "odd-limit";
  }

  @Override
  public String rationale() {
    return "A pattern that is not a regular expression, an enum value that is an object or a list,"
        + " and a pattern or default that could break out of a literal or a comment where a"
        + " generator writes it are removed. An enum with a value that generators would"
        + " write as invalid code stays open: its values are known ones only. Numbers in the"
        + " enum of a string are read as strings.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA) {
            checkPattern(document, node, out);
            checkDefault(document, node, out);
            checkEnum(document, node, out);
            stringifyValues(document, node, out);
          }
        });
  }

  private void checkPattern(SpecDocument document, ObjectNode node, Findings out) {
    JsonNode pattern = node.get("pattern");
    if (pattern != null && !isValidPattern(pattern.asText())) {
      report(document, node, "pattern", "a regular expression", pattern, out);
      node.remove("pattern");
    }
  }

  private static boolean isValidPattern(String pattern) {
    if (pattern.length() > MAX_PATTERN_LENGTH
        || pattern.contains("*/")
        || pattern.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void checkDefault(SpecDocument document, ObjectNode node, Findings out) {
    JsonNode value = node.get("default");
    if (value != null
        && (HostileText.isHostile(value.asText())
            || HostileText.isTemplate(value.asText())
            || HostileText.hasHostileKey(value))) {
      report(document, node, "default", "a plain value", value, out);
      node.remove("default");
    }
  }

  private void checkEnum(SpecDocument document, ObjectNode node, Findings out) {
    if (!(node.get("enum") instanceof ArrayNode values)) {
      return;
    }
    ArrayNode kept = JsonNodes.array();
    List<String> unsafe = new ArrayList<>();
    for (JsonNode value : values) {
      if (value.isContainerNode()) {
        report(document, node, "enum", "strings and numbers", value, out);
      } else {
        if (HostileText.isUnsafeEnumValue(value)) {
          unsafe.add(MessageText.excerpt(JsonNodes.compact(value)));
        }
        kept.add(value);
      }
    }
    node.set("enum", kept);
    if (!unsafe.isEmpty()) {
      out.add(
          document.warning(
              id(),
              document.location(node, "enum"),
              "expected enum values that generators can write, found " + MessageText.list(unsafe),
              "Listed the values in x-extensible-enum, so that the field is open"));
    }
  }

  /** YAML parses {@code enum: [4, 8]} as numbers; for a string schema they become strings. */
  private void stringifyValues(SpecDocument document, ObjectNode node, Findings out) {
    if (!node.path("type").asText().equals("string")) {
      return;
    }
    JsonNode defaultValue = node.path("default");
    if (defaultValue.isNumber() || defaultValue.isBoolean()) {
      node.put("default", defaultValue.asText());
    }
    ArrayNode strings = JsonNodes.array();
    for (JsonNode value : node.path("enum")) {
      strings.add(value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value);
    }
    if (!strings.isEmpty() && !strings.equals(node.get("enum"))) {
      out.add(
          document.info(
              id(),
              document.location(node, "enum"),
              "expected strings for 'enum' of a string, found "
                  + MessageText.excerpt(JsonNodes.compact(node.get("enum"))),
              "Read as strings"));
      node.set("enum", strings);
    }
  }

  private void report(
      SpecDocument document,
      ObjectNode node,
      String key,
      String expected,
      JsonNode found,
      Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(node, key),
            "expected "
                + expected
                + " for '"
                + key
                + "', found "
                + MessageText.excerpt(JsonNodes.compact(found)),
            "Removed"));
  }
}

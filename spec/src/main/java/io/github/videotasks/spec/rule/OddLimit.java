package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Removes patterns, defaults and listed values that no client could use. */
final class OddLimit implements Rule {
  private static final int LONGEST_PATTERN = 1_000;

  @Override
  public String id() {
    return "odd-limit";
  }

  @Override
  public String why() {
    return "A pattern that is no regular expression, an enum value that is an object or a list, and a pattern or"
        + " default that could break out of a literal or a comment where a generator writes it are removed. Numbers"
        + " in the enum of a text are read as texts.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          if (kind == Kind.SCHEMA) {
            pattern(document, node, out);
            standard(document, node, out);
            values(document, node, out);
            texts(document, node, out);
          }
        });
  }

  private void pattern(SpecDocument document, ObjectNode node, Findings out) {
    JsonNode pattern = node.get("pattern");
    if (pattern != null && !usable(pattern.asText())) {
      report(document, node, "pattern", "a regular expression", pattern, out);
      node.remove("pattern");
    }
  }

  private static boolean usable(String pattern) {
    if (pattern.length() > LONGEST_PATTERN
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

  private void standard(SpecDocument document, ObjectNode node, Findings out) {
    JsonNode value = node.get("default");
    if (value != null && (HostileText.is(value.asText()) || HostileText.names(value))) {
      report(document, node, "default", "a plain value", value, out);
      node.remove("default");
    }
  }

  private void values(SpecDocument document, ObjectNode node, Findings out) {
    if (!(node.get("enum") instanceof ArrayNode values)) {
      return;
    }
    ArrayNode kept = Json.array();
    for (JsonNode value : values) {
      if (value.isContainerNode()) {
        report(document, node, "enum", "texts and numbers", value, out);
      } else {
        kept.add(value);
      }
    }
    node.set("enum", kept);
  }

  /** YAML reads {@code enum: [4, 8]} as numbers; of a text they are the texts. */
  private void texts(SpecDocument document, ObjectNode node, Findings out) {
    if (!node.path("type").asText().equals("string")) {
      return;
    }
    JsonNode standard = node.path("default");
    if (standard.isNumber() || standard.isBoolean()) {
      node.put("default", standard.asText());
    }
    ArrayNode texts = Json.array();
    for (JsonNode value : node.path("enum")) {
      texts.add(value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value);
    }
    if (!texts.isEmpty() && !texts.equals(node.get("enum"))) {
      out.add(
          document.info(
              id(),
              document.place(node, "enum"),
              "expected texts for 'enum' of a text, found "
                  + Texts.shown(Json.compact(node.get("enum"))),
              "Read as texts"));
      node.set("enum", texts);
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
            document.place(node, key),
            "expected "
                + expected
                + " for '"
                + key
                + "', found "
                + Texts.shown(Json.compact(found)),
            "Removed"));
  }
}

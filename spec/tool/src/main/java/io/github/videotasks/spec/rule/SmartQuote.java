package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.tree.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strips typographic quotes (those of a word processor) from names and keywords. */
final class SmartQuote implements Rule {
  // A text within typographic quotes of any language; group 1 is the text.
  private static final Pattern QUOTED =
      Pattern.compile(
          "[\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\uFF02](.*)[\u201C\u201D\u2018\u2019\u00AB\u00BB\uFF02]");
  private static final Set<String> TEXT_KEYS =
      Set.of("description", "title", "summary", "default", "example", "examples", "value");

  @Override
  public String id() {
    return "smart-quote";
  }

  @Override
  public String rationale() {
    return "YAML does not treat typographic quotes as quotes: around a name, a keyword or a type"
        + " they become part of it, which no gateway intends. They are stripped; descriptions and"
        + " examples keep theirs.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          unquoteKeys(document, node, out);
          for (Map.Entry<String, JsonNode> entry : node.properties()) {
            ValueType valueType = OpenApiKeywords.valueType(kind, entry.getKey());
            boolean isMap = valueType == ValueType.OBJECT_MAP || valueType == ValueType.SCHEMA_MAP;
            if (isMap && entry.getValue() instanceof ObjectNode map) {
              unquoteKeys(document, map, out);
            } else if (!TEXT_KEYS.contains(entry.getKey())) {
              entry.setValue(
                  unquote(document, document.location(node, entry.getKey()), entry, out));
            }
          }
        });
  }

  private JsonNode unquote(
      SpecDocument document,
      SourceLocation location,
      Map.Entry<String, JsonNode> entry,
      Findings out) {
    JsonNode value = entry.getValue();
    if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, unquote(document, location, Map.entry(entry.getKey(), list.get(i)), out));
      }
    }
    Matcher quoted = QUOTED.matcher(value.isTextual() ? value.textValue() : "");
    if (!quoted.matches()) {
      return value;
    }
    report(document, location, value.textValue(), out);
    return TextNode.valueOf(quoted.group(1));
  }

  private void unquoteKeys(SpecDocument document, ObjectNode map, Findings out) {
    Map<String, JsonNode> renamed = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      Matcher quoted = QUOTED.matcher(entry.getKey());
      boolean rename = quoted.matches() && !map.has(quoted.group(1));
      String name = rename ? quoted.group(1) : entry.getKey();
      if (rename && !renamed.containsKey(name)) {
        report(document, document.location(map, entry.getKey()), entry.getKey(), out);
        document.lines().recordKey(map, name, document.lines().lineOf(map, entry.getKey()));
        changed = true;
      }
      renamed.putIfAbsent(renamed.containsKey(name) ? entry.getKey() : name, entry.getValue());
    }
    if (changed) {
      map.removeAll();
      renamed.forEach(map::set);
    }
  }

  private void report(SpecDocument document, SourceLocation location, String text, Findings out) {
    out.add(
        document.warning(
            id(),
            location,
            "found typographic quotes around " + MessageText.excerpt(text),
            "Stripped the quotes"));
  }
}

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Form;
import io.github.videotasks.spec.tree.Grammar;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the quotes of a word processor off names and keywords. */
final class SmartQuote implements Rule {
  private static final Pattern QUOTED =
      Pattern.compile(
          "[\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\uFF02](.*)[\u201C\u201D\u2018\u2019\u00AB\u00BB\uFF02]");
  private static final Set<String> PROSE =
      Set.of("description", "title", "summary", "default", "example", "examples", "value");

  @Override
  public String id() {
    return "smart-quote";
  }

  @Override
  public String why() {
    return "YAML knows no typographic quotes: around a name, a keyword or a type they are part of it, and no"
        + " gateway means them. They are taken off; texts and examples keep theirs.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          keys(document, node, out);
          for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Form form = Grammar.form(kind, entry.getKey());
            boolean names = form == Form.MAP || form == Form.SCHEMA_MAP;
            if (names && entry.getValue() instanceof ObjectNode map) {
              keys(document, map, out);
            } else if (!PROSE.contains(entry.getKey())) {
              entry.setValue(plain(document, document.place(node, entry.getKey()), entry, out));
            }
          }
        });
  }

  private JsonNode plain(
      SpecDocument document, Place place, Map.Entry<String, JsonNode> entry, Findings out) {
    JsonNode value = entry.getValue();
    if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, plain(document, place, Map.entry(entry.getKey(), list.get(i)), out));
      }
    }
    Matcher quoted = QUOTED.matcher(value.isTextual() ? value.textValue() : "");
    if (!quoted.matches()) {
      return value;
    }
    report(document, place, value.textValue(), out);
    return TextNode.valueOf(quoted.group(1));
  }

  private void keys(SpecDocument document, ObjectNode map, Findings out) {
    Map<String, JsonNode> renamed = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      Matcher quoted = QUOTED.matcher(entry.getKey());
      boolean rename = quoted.matches() && !map.has(quoted.group(1));
      String name = rename ? quoted.group(1) : entry.getKey();
      if (rename && !renamed.containsKey(name)) {
        report(document, document.place(map, entry.getKey()), entry.getKey(), out);
        document.lines().field(map, name, document.lines().of(map, entry.getKey()));
        changed = true;
      }
      renamed.putIfAbsent(renamed.containsKey(name) ? entry.getKey() : name, entry.getValue());
    }
    if (changed) {
      map.removeAll();
      renamed.forEach(map::set);
    }
  }

  private void report(SpecDocument document, Place place, String text, Findings out) {
    out.add(
        document.warning(
            id(), place, "found typographic quotes around " + Texts.shown(text), "Taken off"));
  }
}

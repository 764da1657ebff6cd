package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Strips blanks around titles, summaries, names, operation ids and tags. */
final class SurroundingWhitespace implements Rule {
  private static final List<String> TEXT_KEYS = List.of("title", "summary", "name", "operationId");

  @Override
  public String id() {
    return "trailing-blank";
  }

  @Override
  public String rationale() {
    return "A blank at the start or end of a title, summary, name or tag is invisible and makes"
        + " equal names differ; it is removed.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          TEXT_KEYS.forEach(key -> strip(document, node, key, out));
          if (node.get("tags") instanceof ArrayNode tags) {
            strip(document, tags, out);
          }
        });
  }

  private void strip(SpecDocument document, ObjectNode node, String key, Findings out) {
    JsonNode value = node.get(key);
    if (value != null
        && value.isTextual()
        && !value.textValue().strip().equals(value.textValue())) {
      out.add(
          document.info(
              id(),
              document.location(node, key),
              "found blanks around the " + key,
              "Removed the blanks"));
      node.put(key, value.textValue().strip());
    }
  }

  private void strip(SpecDocument document, ArrayNode tags, Findings out) {
    for (int i = 0; i < tags.size(); i++) {
      JsonNode tag = tags.get(i);
      if (tag.isTextual() && !tag.textValue().strip().equals(tag.textValue())) {
        out.add(
            document.info(
                id(), document.location(tags), "found blanks around a tag", "Removed the blanks"));
        tags.set(i, TextNode.valueOf(tag.textValue().strip()));
      }
    }
  }
}

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Removes properties without a name. */
final class BlankPropertyName implements Rule {
  @Override
  public String id() {
    return "blank-name";
  }

  @Override
  public String rationale() {
    return "A property whose name is empty or blank cannot be a field of any client; it is removed."
        + " An example that contains such a property keeps it, but the schema does not declare it.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA
              && node.get("properties") instanceof ObjectNode properties) {
            List<String> blank =
                properties.properties().stream()
                    .map(e -> e.getKey())
                    .filter(String::isBlank)
                    .toList();
            blank.forEach(name -> report(document, properties, name, "Removed", out));
            properties.remove(blank);
          } else if (kind == OpenApiObject.MEDIA_TYPE) {
            reportInExample(document, node.path("example"), out);
            node.path("examples").forEach(example -> reportInExample(document, example, out));
          }
        });
  }

  private void reportInExample(SpecDocument document, JsonNode value, Findings out) {
    value.properties().stream()
        .filter(e -> e.getKey().isBlank())
        .forEach(
            e ->
                report(document, value, e.getKey(), "Kept in the example, not in the schema", out));
    value.forEach(child -> reportInExample(document, child, out));
  }

  private void report(
      SpecDocument document, JsonNode object, String name, String action, Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(object, name),
            "expected a property name, found a blank one",
            action));
  }
}

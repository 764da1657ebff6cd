package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Removes vendor extensions ({@code x-...}). */
final class VendorExtension implements Rule {
  @Override
  public String id() {
    return "vendor-extension";
  }

  @Override
  public String rationale() {
    return "Extensions (x-...) of the tool that published a page do not describe the wire format,"
        + " and some generators copy their text into code; they are removed.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    LinesByName found = new LinesByName(document);
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          remove(document, node, found);
          if (kind == OpenApiObject.DOCUMENT) {
            remove(document, node.path("paths"), found);
          }
        });
    found.forEach(
        (location, name) ->
            out.add(
                document.info(
                    id(),
                    location,
                    "found the vendor extension " + name,
                    "Removed everywhere in the document")));
  }

  private static void remove(SpecDocument document, JsonNode node, LinesByName found) {
    if (node instanceof ObjectNode object) {
      List<String> extensions =
          object.properties().stream()
              .map(e -> e.getKey())
              .filter(key -> key.startsWith("x-"))
              .toList();
      extensions.forEach(
          key ->
              found.add(
                  "'" + MessageText.excerpt(key) + "'", document.lines().lineOf(object, key)));
      object.remove(extensions);
    }
  }
}

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
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          remove(document, node, out);
          if (kind == OpenApiObject.DOCUMENT) {
            remove(document, node.path("paths"), out);
          }
        });
  }

  private void remove(SpecDocument document, JsonNode node, Findings out) {
    if (node instanceof ObjectNode object) {
      List<String> extensions =
          object.properties().stream()
              .map(e -> e.getKey())
              .filter(key -> key.startsWith("x-"))
              .toList();
      extensions.forEach(
          key ->
              out.add(
                  document.info(
                      id(),
                      document.location(object, key),
                      "found the vendor extension '" + MessageText.excerpt(key) + "'",
                      "Removed")));
      object.remove(extensions);
    }
  }
}

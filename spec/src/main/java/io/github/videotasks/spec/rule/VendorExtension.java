package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;

/** Strips the vendors' own extensions. */
final class VendorExtension implements Rule {
  @Override
  public String id() {
    return "vendor-extension";
  }

  @Override
  public String why() {
    return "Extensions (x-...) of the tool that published a page say nothing about the wire, and some"
        + " generators copy their text into code; they are removed.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Occurrences found = new Occurrences(document);
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          remove(document, node, found);
          if (kind == Kind.DOCUMENT) {
            remove(document, node.path("paths"), found);
          }
        });
    found.forEach(
        (place, name) ->
            out.add(
                document.info(
                    id(),
                    place,
                    "found the vendor's extension " + name,
                    "Removed wherever it stood in the document")));
  }

  private static void remove(SpecDocument document, JsonNode node, Occurrences found) {
    if (node instanceof ObjectNode object) {
      List<String> extensions =
          object.properties().stream()
              .map(e -> e.getKey())
              .filter(key -> key.startsWith("x-"))
              .toList();
      extensions.forEach(
          key -> found.add("'" + Texts.shown(key) + "'", document.lines().of(object, key)));
      object.remove(extensions);
    }
  }
}

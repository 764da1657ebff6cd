package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;
import java.util.TreeMap;

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
    TreeMap<String, Integer> lines = new TreeMap<>();
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          List<String> extensions =
              node.properties().stream()
                  .map(e -> e.getKey())
                  .filter(key -> key.startsWith("x-"))
                  .toList();
          extensions.forEach(key -> lines.merge(key, document.lines().of(node, key), Math::min));
          node.remove(extensions);
        });
    lines.forEach(
        (key, line) ->
            out.add(
                document.info(
                    id(),
                    new Place(document.file(), line),
                    "found the vendor's extension '" + Texts.shown(key) + "'",
                    "Removed wherever it stood in the document")));
  }
}

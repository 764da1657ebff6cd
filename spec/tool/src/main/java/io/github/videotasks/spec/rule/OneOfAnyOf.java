package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Notes schemas that offer a choice. */
final class OneOfAnyOf implements Rule {
  @Override
  public String id() {
    return "alternatives";
  }

  @Override
  public String rationale() {
    return "oneOf and anyOf make clients in several languages that do not compile, or that refuse"
        + " the vendors' own examples; the members of all alternatives become optional"
        + " members of one open object.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          for (String keyword : List.of("oneOf", "anyOf")) {
            if (kind == OpenApiObject.SCHEMA && node.has(keyword)) {
              out.add(
                  document.info(
                      id(),
                      document.location(node, keyword),
                      "found " + keyword + " with " + node.path(keyword).size() + " alternatives",
                      "United into one schema"));
            }
          }
        });
  }
}

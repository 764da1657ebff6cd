package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.List;

/** Reports schemas with {@code oneOf} or {@code anyOf}. */
final class OneOfAnyOf implements Rule {
  @Override
  public String id() {
    return "alternatives";
  }

  @Override
  public String rationale() {
    return "oneOf and anyOf lead to clients that do not compile in several languages, or that"
        + " reject the vendors' own examples; the properties of all alternatives become optional"
        + " properties of one open object.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          for (String keyword : List.of("oneOf", "anyOf")) {
            if (kind == OpenApiObject.SCHEMA && node.has(keyword)) {
              out.add(
                  document.info(
                      id(),
                      document.location(node, keyword),
                      "found " + keyword + " with " + node.path(keyword).size() + " alternatives",
                      "Merged into one schema"));
            }
          }
        });
  }
}

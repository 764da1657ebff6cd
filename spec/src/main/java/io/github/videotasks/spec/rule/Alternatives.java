package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;

/** Notes schemas that offer a choice. */
final class Alternatives implements Rule {
  @Override
  public String id() {
    return "alternatives";
  }

  @Override
  public String why() {
    return "oneOf and anyOf make clients in several languages that do not compile, or that refuse the vendors' own"
        + " examples; the members of all alternatives become optional members of one open object.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          for (String keyword : List.of("oneOf", "anyOf")) {
            if (kind == Kind.SCHEMA && node.has(keyword)) {
              out.add(
                  document.info(
                      id(),
                      document.place(node, keyword),
                      "found " + keyword + " with " + node.path(keyword).size() + " alternatives",
                      "United into one schema"));
            }
          }
        });
  }
}

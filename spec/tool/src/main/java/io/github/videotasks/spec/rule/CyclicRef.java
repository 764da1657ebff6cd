package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Opens schemas whose references refer only to each other. */
final class CyclicRef implements Rule {
  private static final String ID = "cyclic-ref";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rationale() {
    return "References that refer only to each other never reach a schema; such a schema is opened,"
        + " and an operation whose body or response is such a reference is refused. A schema that"
        + " contains itself is legal: the contract has a component that refers to itself.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    RefResolver refs = new RefResolver(document);
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA && node.has("$ref")) {
            try {
              refs.resolve(node);
            } catch (RejectedInputException e) {
              if (e.finding().rule().equals(ID)) {
                out.add(
                    document.warning(
                        ID,
                        document.location(node, "$ref"),
                        "expected a schema, found '"
                            + MessageText.excerpt(node.path("$ref").asText())
                            + "', which leads back to itself",
                        "Opened the schema"));
                node.remove("$ref");
              }
            }
          }
        });
  }
}

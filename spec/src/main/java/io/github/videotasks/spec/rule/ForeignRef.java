package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.SpecWalk;

/** Refuses references that leave the document. */
final class ForeignRef implements Rule {
  @Override
  public String id() {
    return "foreign-ref";
  }

  @Override
  public String why() {
    return "A $ref that leads out of the document makes a reader fetch what the page's author chose;"
        + " the document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          JsonNode ref = node.get("$ref");
          if (ref != null && !(ref.isTextual() && ref.textValue().startsWith("#/"))) {
            throw new RefusedException(
                id(),
                document.place(node, "$ref"),
                "expected a $ref within the document (#/...), found '"
                    + Texts.shown(ref.asText())
                    + "'",
                "Copy what it names into the document");
          }
        });
  }
}

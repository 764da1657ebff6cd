package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Removes {@code additionalProperties: false} from schemas. */
final class ClosedObject implements Rule {
  @Override
  public String id() {
    return "closed-object";
  }

  @Override
  public String rationale() {
    return "additionalProperties: false says that no other property ever occurs. Gateways add"
        + " properties at any time, and the pages' own examples contain some; the object is"
        + " opened.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          boolean closed =
              node.path("additionalProperties").isBoolean()
                  && !node.path("additionalProperties").booleanValue();
          if (kind == OpenApiObject.SCHEMA && closed) {
            out.add(
                document.warning(
                    id(),
                    document.location(node, "additionalProperties"),
                    "found an object that admits no further properties",
                    "Opened the object"));
            node.remove("additionalProperties");
          }
        });
  }
}

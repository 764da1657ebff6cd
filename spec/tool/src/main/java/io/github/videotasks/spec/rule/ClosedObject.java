package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Opens objects that a page calls closed. */
final class ClosedObject implements Rule {
  @Override
  public String id() {
    return "closed-object";
  }

  @Override
  public String rationale() {
    return "additionalProperties: false says that no other member ever comes. Gateways add members"
        + " at any time and the pages' own examples show some; the object is opened.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          boolean closed =
              node.path("additionalProperties").isBoolean()
                  && !node.path("additionalProperties").booleanValue();
          if (kind == OpenApiObject.SCHEMA && closed) {
            out.add(
                document.warning(
                    id(),
                    document.location(node, "additionalProperties"),
                    "found an object that admits no further members",
                    "Opened"));
            node.remove("additionalProperties");
          }
        });
  }
}

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.IdentityHashMap;

/** Refuses references that leave the document or that refer to another kind of object. */
final class ExternalRef implements Rule {
  @Override
  public String id() {
    return "foreign-ref";
  }

  @Override
  public String rationale() {
    return "A $ref that leaves the document makes a parser fetch what the page's author chose. A"
        + " $ref to another kind of object (a schema that refers to an example, or to a section"
        + " that no rule checks) would bypass the other rules. The document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    IdentityHashMap<JsonNode, OpenApiObject> kinds = new IdentityHashMap<>();
    OpenApiWalker.walkDocument(document.root(), (kind, node) -> kinds.put(node, kind));
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          JsonNode ref = node.get("$ref");
          if (ref == null) {
            return;
          }
          if (!ref.isTextual() || !ref.textValue().startsWith("#/")) {
            throw refused(
                document,
                node,
                "expected a $ref within the document (#/...), found '"
                    + MessageText.excerpt(ref.asText())
                    + "'");
          }
          JsonNode target = resolveTarget(document, node);
          if (target.isObject() && kinds.get(target) != kind) {
            throw refused(
                document,
                node,
                "expected a $ref to "
                    + kind.label()
                    + ", found '"
                    + MessageText.excerpt(ref.asText())
                    + "', which is another kind of object");
          }
        });
  }

  /**
   * Returns the target of a reference; a missing node when it does not resolve or is cyclic. Such a
   * reference is refused later, and only its operation instead of the whole document.
   */
  private static JsonNode resolveTarget(SpecDocument document, ObjectNode node) {
    try {
      return new RefResolver(document).resolve(node);
    } catch (RejectedInputException e) {
      return MissingNode.getInstance();
    }
  }

  private RejectedInputException refused(SpecDocument document, ObjectNode node, String message) {
    return new RejectedInputException(
        id(),
        document.location(node, "$ref"),
        message,
        "Copy the referenced object into the document's components");
  }
}

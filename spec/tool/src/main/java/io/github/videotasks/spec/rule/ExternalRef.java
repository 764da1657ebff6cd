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

/** Refuses references that leave the document. */
final class ExternalRef implements Rule {
  @Override
  public String id() {
    return "foreign-ref";
  }

  @Override
  public String rationale() {
    return "A $ref that leads out of the document makes a reader fetch what the page's author"
        + " chose, and one to another kind of thing (a schema that is an example, or stands"
        + " where no rule looks) would pass by the other rules; the document is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    IdentityHashMap<JsonNode, OpenApiObject> kinds = new IdentityHashMap<>();
    OpenApiWalker.walkDocument(document.root(), (kind, node, pointer) -> kinds.put(node, kind));
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
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
                    + "', which is another thing");
          }
        });
  }

  /** What leads nowhere or in a circle is refused later, and less with it. */
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
        "Copy what it names into the document's components");
  }
}

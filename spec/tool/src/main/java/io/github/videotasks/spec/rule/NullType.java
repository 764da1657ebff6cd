package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Repairs {@code type: 'null'} in a 3.0 document. */
final class NullType implements Rule {
  @Override
  public String id() {
    return "null-type";
  }

  @Override
  public String rationale() {
    return "OpenAPI 3.0 has no type 'null'; generators stop at it. It says only that the one"
        + " example its author had held null, so the field becomes one without a type that"
        + " admits null, and the examples decide.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    boolean old = document.root().path("openapi").asText().startsWith("3.0");
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA && node.path("type").asText().equals("null")) {
            if (old) {
              report(document, node, pointer, out);
            }
            node.remove("type");
            node.put("nullable", true);
          }
        });
  }

  private void report(SpecDocument document, ObjectNode node, String pointer, Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(node, "type"),
            "expected a type of OpenAPI 3.0, found type 'null' for "
                + pointer.substring(pointer.lastIndexOf('/') + 1),
            "Read as a field that admits null; the examples decide its type"));
  }
}

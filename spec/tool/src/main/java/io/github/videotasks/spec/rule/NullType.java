package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Replaces {@code type: 'null'} by {@code nullable: true}; reports it in a 3.0 document. */
final class NullType implements Rule {
  @Override
  public String id() {
    return "null-type";
  }

  @Override
  public String rationale() {
    return "OpenAPI 3.0 has no type 'null', and generators fail on it. It only means that the field"
        + " was null in the one example that the author had, so the field becomes nullable without"
        + " a type, and the examples decide.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    boolean isOpenApi30 = document.root().path("openapi").asText().startsWith("3.0");
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA && node.path("type").asText().equals("null")) {
            if (isOpenApi30) {
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
            "expected an OpenAPI 3.0 type, found type 'null' for "
                + pointer.substring(pointer.lastIndexOf('/') + 1),
            "Read as a nullable field; the examples decide its type"));
  }
}

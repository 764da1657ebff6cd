package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;

/** Removes the items of what is not an array, and the properties of what is not an object. */
final class StructureOfOtherType implements Rule {
  @Override
  public String id() {
    return "odd-structure";
  }

  @Override
  public String rationale() {
    return "Tools that export classes write 'items' beside type object and 'properties' beside type"
        + " array, where they mean nothing. The declared type counts; a generator may read"
        + " another.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA) {
            remove(document, node, "items", "array", out);
            remove(document, node, "properties", "object", out);
          }
        });
  }

  private void remove(
      SpecDocument document, ObjectNode schema, String keyword, String type, Findings out) {
    JsonNode declared = schema.path("type");
    if (declared.isTextual()
        && !declared.asText().equals(type)
        && !schema.path(keyword).isEmpty()) {
      out.add(
          document.warning(
              id(),
              document.location(schema, keyword),
              "expected '"
                  + keyword
                  + "' beside type "
                  + type
                  + ", found type "
                  + declared.asText(),
              "Removed"));
      schema.remove(keyword);
    }
  }
}

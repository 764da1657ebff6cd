package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Replaces type arrays of OpenAPI 3.1 by a single type, in documents of every version. */
final class TypeArray implements Rule {
  @Override
  public String id() {
    return "type-array";
  }

  @Override
  public String rationale() {
    return "A list of types belongs to OpenAPI 3.1, but 3.0 documents contain it as well. 'null' in"
        + " it becomes nullable; with more than one other type the field is left without a type,"
        + " or is a number when they are integer and number.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    boolean isOpenApi30 = document.root().path("openapi").asText().startsWith("3.0");
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA && node.get("type") instanceof ArrayNode types) {
            List<String> others = nonNullTypes(types);
            if (isOpenApi30 || others.size() > 1) {
              String action = action(others);
              out.add(
                  document.warning(
                      id(),
                      document.location(node, "type"),
                      "expected one type, found " + types,
                      action));
            }
            replaceType(node, types, others);
          }
        });
  }

  private static String action(List<String> types) {
    if (types.size() == 1) {
      return "Read as " + types.get(0);
    }
    return Set.copyOf(types).equals(Set.of("integer", "number"))
        ? "Read as number"
        : "Left without a type";
  }

  private static List<String> nonNullTypes(ArrayNode types) {
    List<String> others = new ArrayList<>();
    for (JsonNode type : types) {
      if (!type.asText().equals("null")) {
        others.add(type.asText());
      }
    }
    return others;
  }

  private static void replaceType(ObjectNode node, ArrayNode types, List<String> others) {
    node.remove("type");
    if (others.size() == 1) {
      node.put("type", others.get(0));
    } else if (others.size() > 1) {
      ArrayNode list = node.putArray("type");
      others.forEach(list::add);
    }
    if (others.size() < types.size()) {
      node.put("nullable", true);
    }
  }
}

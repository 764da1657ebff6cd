package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.DeclaredConstraints;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.stream.Stream;

/** Writes the reference that replaces the inline schema of a component. */
public final class ComponentReference {
  /** What the reference keeps, because it describes one place and not the component. */
  public static final List<String> PLACE_KEYWORDS =
      Stream.concat(
              Stream.of("nullable", "description", "x-providers"),
              DeclaredConstraints.ANNOTATIONS.stream())
          .toList();

  private ComponentReference() {}

  /**
   * Returns a reference.
   *
   * @param schema the inline schema
   * @param name the component's name
   * @param bare whether it may be {@code $ref} alone; the field of an object never is
   */
  static ObjectNode of(ObjectNode schema, String name, boolean bare) {
    String target = "#/components/schemas/" + name;
    ObjectNode reference = JsonNodes.object();
    boolean annotated = DeclaredConstraints.ANNOTATIONS.stream().anyMatch(schema::has);
    if (bare && !annotated && !schema.path("nullable").asBoolean()) {
      return reference.put("$ref", target);
    }
    reference.put("type", "object");
    for (String key : PLACE_KEYWORDS) {
      if (schema.has(key)) {
        reference.set(key, schema.get(key));
      }
    }
    reference.putArray("allOf").addObject().put("$ref", target);
    return reference;
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.TypeForm;
import io.github.videotasks.spec.tree.DeclaredForms;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the forms of a field on whose type the pages disagree.
 *
 * <p>Corrections run on the draft, where the structure of the forms is inline as if the field had
 * the type of each form: a correction reaches {@code properties} and {@code items} as before.
 * {@link #moveStructure} then moves it into the extension {@code x-declared}.
 */
final class DeclaredFormWriter {
  private static final int MAX_PROVIDERS = 20;
  private static final List<String> OBJECT_KEYWORDS =
      List.of("properties", "required", "additionalProperties", "x-name", "x-about");

  private DeclaredFormWriter() {}

  /**
   * Writes the forms to a schema of the draft.
   *
   * @param writer writes the schema of one form
   */
  static void write(
      ObjectNode schema, FieldEvidence evidence, Function<TypeForm, ObjectNode> writer) {
    ArrayNode forms = schema.putArray(DeclaredForms.KEYWORD);
    for (TypeForm form : TypeForm.of(evidence)) {
      ObjectNode written = writer.apply(form);
      ObjectNode entry = forms.addObject().put("type", form.type());
      addProviders(entry, "declaredBy", form.declaredBy());
      addProviders(entry, "shownBy", form.shownBy());
      entry.set("schema", written);
      move(OBJECT_KEYWORDS, written, schema);
      move(List.of("items"), written, schema);
    }
  }

  private static void addProviders(ObjectNode entry, String key, Collection<String> ids) {
    if (!ids.isEmpty()) {
      ArrayNode list = entry.putArray(key);
      ids.stream().limit(MAX_PROVIDERS).forEach(list::add);
    }
  }

  /**
   * Moves the structure of a corrected schema into its forms. If a correction set a type, the
   * extension and the structure of the other types are removed instead.
   *
   * @return whether the schema has forms
   */
  static boolean moveStructure(ObjectNode schema) {
    if (!schema.has(DeclaredForms.KEYWORD)) {
      return false;
    }
    if (schema.has("type")) {
      schema.remove(DeclaredForms.KEYWORD);
      String type = schema.path("type").asText();
      schema.remove(type.equals("object") ? List.of("items") : OBJECT_KEYWORDS);
      schema.remove(type.equals("array") ? List.of() : List.of("items"));
      return false;
    }
    for (ObjectNode form : DeclaredForms.schemas(schema)) {
      String type = form.path("type").asText();
      if (type.equals("object")) {
        move(OBJECT_KEYWORDS, schema, form);
      } else if (type.equals("array")) {
        move(List.of("items"), schema, form);
      }
    }
    // Without a form of their own, a correction wrote them.
    schema.remove(OBJECT_KEYWORDS);
    schema.remove("items");
    return true;
  }

  private static void move(List<String> keywords, ObjectNode from, ObjectNode to) {
    for (String keyword : keywords) {
      JsonNode value = from.remove(keyword);
      if (value != null) {
        to.set(keyword, value);
      }
    }
  }
}

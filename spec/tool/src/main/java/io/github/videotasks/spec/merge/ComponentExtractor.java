package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.DeclaredConstraints;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves inline object schemas to {@code components} and replaces them with references.
 *
 * <p>The name is the object's {@code x-name}; without one it is derived from the operation and the
 * path of properties to the object. {@code x-about} describes the component, {@code description}
 * the field.
 */
public final class ComponentExtractor {
  /**
   * A field of a component with its inline schema, before it was replaced with a reference.
   *
   * @param component the component's name
   * @param field the field's name
   * @param inline the field's inline schema
   * @param parent the inline schema of the object with the field
   */
  public record ComponentField(
      String component, String field, ObjectNode inline, ObjectNode parent) {}

  private final ComponentSet components = new ComponentSet();
  private final UniqueComponentNames names = new UniqueComponentNames();
  private final Map<String, ComponentField> fields = new LinkedHashMap<>();
  private final Map<String, ObjectNode> variantsByName = new HashMap<>();
  private final IdentityHashMap<FieldEvidence, String> recursiveNames = new IdentityHashMap<>();
  private final ContractDraft draft;

  /**
   * Whether objects stay where they are, because they belong to a form of a field without a type.
   */
  private boolean inline;

  /**
   * Creates an extractor for a draft.
   *
   * @param draft changed in place by {@link #extract}
   */
  public ComponentExtractor(ContractDraft draft) {
    this.draft = draft;
  }

  /**
   * Extracts the components of the draft in place, and returns their fields.
   *
   * @return the fields, in the order of the components
   */
  public List<ComponentField> extract() {
    ObjectNode root = draft.root();
    for (JsonNode item : root.path("paths")) {
      for (JsonNode operation : item) {
        String id = ComponentNames.capitalize(operation.path("operationId").asText());
        operation.path("parameters").forEach(this::extractForms);
        for (JsonNode parameter : operation.path("parameters")) {
          String name = ComponentNames.capitalize(parameter.path("name").asText());
          extractContent(parameter.path("content"), id + name);
        }
        extractContent(operation.path("requestBody").path("content"), id + "Request");
        operation
            .path("responses")
            .properties()
            .forEach(
                e ->
                    extractContent(
                        e.getValue().path("content"),
                        id + (e.getKey().startsWith("2") ? "Response" : "Error" + e.getKey())));
      }
    }
    ObjectNode schemas = components.toObject();
    if (!schemas.isEmpty()) {
      root.withObjectProperty("components").set("schemas", schemas);
    }
    return new ArrayList<>(fields.values());
  }

  private void extractContent(JsonNode content, String name) {
    for (JsonNode media : content) {
      if (media instanceof ObjectNode holder && holder.get("schema") instanceof ObjectNode schema) {
        holder.set("schema", extract(schema, name, true));
      }
    }
  }

  /** Returns the schema itself, or a reference to its component when it was extracted. */
  private ObjectNode extract(ObjectNode schema, String derived, boolean bare) {
    FieldEvidence evidence = draft.evidence(schema);
    String known = schema.has("properties") ? null : recursiveNames.get(evidence);
    if (known != null) {
      // A recursive schema is written inline once; here it only refers to its component.
      return ComponentReference.of(schema, known, bare);
    }
    if (DeclaredFormWriter.moveStructure(schema)) {
      extractForms(schema, derived);
      return schema;
    }
    boolean named = schema.path("x-name").isTextual();
    String name =
        named
            ? schema.path("x-name").textValue()
            : inline ? derived : names.of(derived, evidence == null ? schema : evidence);
    schema.remove("x-name");
    ExtensibleEnum.removeDuplicates(schema);
    JsonNode about = schema.remove("x-about");
    if (inline && !named) {
      extractInline(schema, about, name);
      return schema;
    }
    if (schema.get("items") instanceof ObjectNode items) {
      schema.set("items", extract(items, name + "Item", true));
    }
    if (!(schema.get("properties") instanceof ObjectNode properties)) {
      extractMapValues(schema, name);
      return schema;
    }
    components.reserve(name);
    ObjectNode component = JsonNodes.object();
    component.setAll(schema);
    component.remove(List.of("nullable", "x-providers"));
    component.remove(DeclaredConstraints.ANNOTATIONS);
    if (about != null) {
      component.set("description", about);
    }
    if (evidence != null && !draft.isRequest(schema)) {
      // A name may occur in a thousand schemas, which share their evidence.
      ObjectNode variants =
          variantsByName.computeIfAbsent(
              name, key -> ExampleVariants.of(key, properties, evidence));
      if (!variants.isEmpty()) {
        component.set("x-shapes", variants);
      }
    }
    if (evidence != null && evidence.isRecursive()) {
      recursiveNames.put(evidence, name);
    }
    boolean wasInline = inline;
    inline = false;
    component.set("properties", extractProperties(schema, properties, name));
    inline = wasInline;
    extractMapValues(component, name);
    components.add(name, component);
    return ComponentReference.of(schema, name, bare);
  }

  private void extractMapValues(ObjectNode map, String name) {
    if (map.get("additionalProperties") instanceof ObjectNode values) {
      map.set("additionalProperties", extract(values, name + "Value", true));
    }
  }

  /** The schemas of parameters stay inline, except for named objects in forms. */
  private void extractForms(JsonNode parameter) {
    OpenApiWalker.walk(
        OpenApiObject.PARAMETER,
        parameter,
        "",
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA && DeclaredFormWriter.moveStructure(node)) {
            extractForms(node, "");
          }
        });
  }

  /**
   * Replaces the named objects in the forms of a schema. The others stay in the form: no generated
   * code refers to a component for them.
   */
  private void extractForms(ObjectNode schema, String name) {
    boolean wasInline = inline;
    inline = true;
    for (JsonNode form : schema.path(DeclaredForms.KEYWORD)) {
      if (form instanceof ObjectNode entry && entry.get("schema") instanceof ObjectNode written) {
        entry.set("schema", extract(written, name, true));
      }
    }
    inline = wasInline;
  }

  private void extractInline(ObjectNode schema, @Nullable JsonNode about, String name) {
    if (about != null && !schema.has("description")) {
      schema.set("description", about);
    }
    if (schema.get("items") instanceof ObjectNode items) {
      schema.set("items", extract(items, name, true));
    }
    extractMapValues(schema, name);
    if (schema.get("properties") instanceof ObjectNode properties) {
      for (Map.Entry<String, JsonNode> entry : properties.properties()) {
        if (entry.getValue() instanceof ObjectNode property) {
          entry.setValue(extract(property, name, false));
        }
      }
    }
  }

  private ObjectNode extractProperties(ObjectNode parent, ObjectNode inline, String name) {
    ObjectNode written = JsonNodes.object();
    for (Map.Entry<String, JsonNode> entry : inline.properties()) {
      if (entry.getValue() instanceof ObjectNode property) {
        fields.putIfAbsent(
            name + "." + entry.getKey(),
            new ComponentField(name, entry.getKey(), property, parent));
        written.set(
            entry.getKey(),
            extract(property, name + ComponentNames.capitalize(entry.getKey()), false));
      }
    }
    return written;
  }
}

package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.DeclaredForms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces the references of an edited schema with the components to which they refer. */
final class InlineSchemas {
  private static final String DESCRIPTION = "description";
  private static final String PROPERTIES = "properties";
  private static final String VALUES = "additionalProperties";

  private final EditedContract derived;
  private final EditedContract edited;
  private final Set<String> names;
  private final InlineCopies copies;
  private final EditRefusals refusals;
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Creates a converter.
   *
   * @param names the names that every place must have; receives those that the edit requires
   */
  InlineSchemas(
      EditedContract derived,
      EditedContract edited,
      Set<String> names,
      InlineCopies copies,
      EditRefusals refusals) {
    this.names = names;
    this.derived = derived;
    this.edited = edited;
    this.copies = copies;
    this.refusals = refusals;
  }

  /**
   * Returns an edited schema with everything inline.
   *
   * @param before the schema of the draft; a missing node for a new schema
   * @param derivedBefore the same schema of the derived contract
   * @param schema the edited schema
   * @param renamed whether a name above differs, so that derived names below would differ too
   */
  ObjectNode inline(JsonNode before, JsonNode derivedBefore, ObjectNode schema, boolean renamed) {
    String name = EditedContract.referenceOf(schema);
    if (name.isEmpty()) {
      return inlineValue(before, derivedBefore, schema, renamed);
    }
    checkReference(schema, name);
    boolean recursive = open.contains(name);
    if (recursive && before.isObject() && !before.has(PROPERTIES)) {
      return inlineRecursion(before, schema);
    }
    if (recursive || !(edited.component(name) instanceof ObjectNode component)) {
      refusals.add(
          copies.lineOf(schema),
          recursive
              ? "expected a component that does not contain itself, found " + excerpt(name)
              : "expected a component that exists, found " + excerpt(name),
          "Refer to another component, or write the type");
      return copies.copy(schema);
    }
    open.push(name);
    try {
      return inlineComponent(before, derivedBefore, schema, name, component, renamed);
    } finally {
      open.pop();
    }
  }

  /** A reference has few keys of its own; the others are in the component. */
  private void checkReference(ObjectNode schema, String name) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = entry.getKey();
      if (!List.of("$ref", "allOf", "type", DESCRIPTION).contains(key)
          && !InlineSchemaKeys.isOfPlace(key)) {
        refusals.add(
            copies.lineOf(schema, key),
            "expected no '" + MessageText.excerpt(key) + "' beside a reference, found it",
            "Write it in the component "
                + excerpt(name)
                + " in line "
                + edited.lines().lineOf(edited.component(name)));
      }
    }
  }

  private ObjectNode inlineComponent(
      JsonNode before,
      JsonNode derivedBefore,
      ObjectNode reference,
      String name,
      ObjectNode component,
      boolean renamed) {
    String oldName = EditedContract.referenceOf(derivedBefore);
    JsonNode derivedComponent = derived.component(oldName);
    boolean explicit = renamed || !name.equals(oldName);
    if (explicit) {
      names.add(name);
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : component.properties()) {
      // Variants are derived from the examples.
      if (!entry.getKey().equals("x-shapes") || !derivedComponent.has("x-shapes")) {
        values.put(entry.getKey(), inlineChild(before, derivedComponent, entry, explicit));
      }
    }
    List<String> componentKeys = List.copyOf(values.keySet());
    InlineSchemaKeys.putPlace(values, before, reference);
    InlineSchemaKeys.putDescriptions(values, before, reference, component);
    if (names.contains(name) || before.has(InlineSchemaKeys.NAME)) {
      values.put(InlineSchemaKeys.NAME, TextNode.valueOf(name));
    }
    return toObject(before, values, componentKeys, reference);
  }

  private JsonNode inlineChild(
      JsonNode before, JsonNode derivedBefore, Map.Entry<String, JsonNode> child, boolean renamed) {
    String key = child.getKey();
    JsonNode value = child.getValue();
    if (value instanceof ObjectNode schema && (key.equals("items") || key.equals(VALUES))) {
      return inline(before.path(key), derivedBefore.path(key), schema, renamed);
    }
    if (key.equals(PROPERTIES) && value instanceof ObjectNode properties) {
      ObjectNode inlined = copies.newObject(properties);
      for (Map.Entry<String, JsonNode> entry : properties.properties()) {
        String name = entry.getKey();
        inlined.set(
            name,
            entry.getValue() instanceof ObjectNode schema
                ? inline(
                    before.path(key).path(name),
                    derivedBefore.path(key).path(name),
                    schema,
                    renamed)
                : copies.copyValue(entry.getValue()));
      }
      return inlined;
    }
    return copies.copyValue(value);
  }

  private ObjectNode inlineValue(
      JsonNode before, JsonNode derivedBefore, ObjectNode schema, boolean renamed) {
    if (schema.has(PROPERTIES)) {
      refusals.add(
          copies.lineOf(schema, PROPERTIES),
          "expected a reference, found an object with properties",
          "Move the object to components/schemas and refer to it");
      return copies.copy(schema);
    }
    boolean forms = before.has(DeclaredForms.KEYWORD);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      values.put(
          entry.getKey(),
          forms && entry.getKey().equals(DeclaredForms.KEYWORD)
              ? before.get(DeclaredForms.KEYWORD).deepCopy()
              : inlineChild(before, derivedBefore, entry, renamed));
    }
    if (forms) {
      InlineSchemaKeys.putStructure(values, before);
    } else if (before.isObject() && !before.has(PROPERTIES)) {
      for (String key : List.of(InlineSchemaKeys.NAME, InlineSchemaKeys.ABOUT)) {
        if (before.has(key)) {
          values.put(key, before.get(key));
        }
      }
    }
    List<String> editedKeys = new ArrayList<>();
    schema.fieldNames().forEachRemaining(editedKeys::add);
    return toObject(before, values, editedKeys, schema);
  }

  private ObjectNode inlineRecursion(JsonNode before, ObjectNode reference) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : before.properties()) {
      boolean ofPlace = InlineSchemaKeys.isOfPlace(entry.getKey()) && !reference.has("$ref");
      if (!ofPlace && !(entry.getKey().equals(DESCRIPTION) && !reference.has("$ref"))) {
        values.put(entry.getKey(), entry.getValue().deepCopy());
      }
    }
    InlineSchemaKeys.putPlace(values, before, reference);
    if (reference.has(DESCRIPTION)) {
      values.put(DESCRIPTION, reference.get(DESCRIPTION));
    }
    return toObject(before, values, List.of(), reference);
  }

  private ObjectNode toObject(
      JsonNode before, Map<String, JsonNode> values, List<String> editedKeys, JsonNode origin) {
    ObjectNode result = copies.newObject(origin);
    for (String key : InlineSchemaKeys.ordered(before, values, editedKeys)) {
      result.set(key, values.get(key));
    }
    return result;
  }

  private static String excerpt(String name) {
    return "'" + MessageText.excerpt(name) + "'";
  }
}

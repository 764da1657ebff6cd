package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds what one document declares and shows to shapes. */
public final class EvidenceCollector {
  private static final int MAX_DEPTH = 60;
  private static final int MAX_DECLARATIONS = 100_000;

  private final SpecDocument document;
  private final RefResolver refs;
  private final Object schemaUse = new Object();
  private final List<RequiredProperty> deferredRequired = new ArrayList<>();
  private int declarations;

  /** A name that an object requires and does not itself declare. */
  private record RequiredProperty(FieldEvidence object, String name, SourceLocation location) {}

  /** Prepares to read one use of a schema, such as the body of one answer. */
  public EvidenceCollector(SpecDocument document) {
    this.document = document;
    this.refs = new RefResolver(document);
  }

  /**
   * Adds a declared schema.
   *
   * @param required whether the page requires the whole of it
   * @throws RejectedInputException when a reference leads nowhere or in a circle
   */
  public void addDeclaration(FieldEvidence shape, JsonNode schema, boolean required) {
    addDeclaration(shape, schema, document.location(schema), required, true, 0);
  }

  /**
   * Requires the names that an object requires and does not itself declare: a part of an allOf may
   * mean what another part declares, and a page what only its example shows.
   *
   * @param out takes the names that neither declares nor shows
   */
  public void applyDeferredRequired(Findings out) {
    for (RequiredProperty name : deferredRequired) {
      if (name.object().properties().containsKey(name.name())) {
        DeclaredSchema declared =
            new DeclaredSchema(document, name.location(), JsonNodes.object(), true, schemaUse);
        name.object().getOrCreateProperty(name.name()).add(declared);
      } else {
        out.add(
            document.warning(
                "required-unknown",
                name.location(),
                "'required' names '"
                    + MessageText.excerpt(name.name())
                    + "', which no property is called",
                "Left out"));
      }
    }
    deferredRequired.clear();
  }

  /** Adds what a page says of a place beside its schema. */
  public void addDeclaration(
      FieldEvidence shape, ObjectNode words, SourceLocation place, boolean required) {
    shape.add(new DeclaredSchema(document, place, words, required, schemaUse));
  }

  private void addDeclaration(
      FieldEvidence shape,
      JsonNode written,
      SourceLocation place,
      boolean required,
      boolean sure,
      int depth) {
    if (written.has("$ref") && written.size() > 1 && written instanceof ObjectNode both) {
      ObjectNode beside = document.lines().copyWithout(both, "$ref");
      addDeclaration(shape, beside, place, required, sure, depth + 1);
    }
    JsonNode schema = refs.resolve(written);
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    if (depth > MAX_DEPTH || ++declarations > MAX_DECLARATIONS) {
      throw new RejectedInputException(
          "cyclic-ref",
          place,
          "expected a schema that ends, found one that holds itself or passes "
              + MAX_DECLARATIONS
              + " fields",
          "Cut the circle with an open object");
    }
    shape.add(new DeclaredSchema(document, place, object, required, schemaUse));
    Set<String> requiredNames = requiredNames(shape, object, sure);
    object
        .path("properties")
        .properties()
        .forEach(
            e ->
                addDeclaration(
                    shape.getOrCreateProperty(e.getKey()),
                    e.getValue(),
                    document.location(object.path("properties"), e.getKey()),
                    requiredNames.contains(e.getKey()),
                    true,
                    depth + 1));
    if (object.path("items").isObject() && !object.path("items").isEmpty()) {
      addDeclaration(
          shape.getOrCreateItems(),
          object.path("items"),
          document.location(object, "items"),
          false,
          true,
          depth + 1);
    }
    for (String united : List.of("allOf", "oneOf", "anyOf")) {
      boolean all = sure && united.equals("allOf");
      object
          .path(united)
          .forEach(
              part ->
                  addDeclaration(shape, part, document.location(part), required, all, depth + 1));
    }
  }

  /** What only one alternative requires, the whole does not. */
  private Set<String> requiredNames(FieldEvidence shape, ObjectNode object, boolean sure) {
    Set<String> names = new HashSet<>();
    for (JsonNode name : object.path("required")) {
      if (!object.path("properties").has(name.asText())) {
        if (sure) {
          deferredRequired.add(
              new RequiredProperty(shape, name.asText(), document.location(object, "required")));
        }
      } else if (sure) {
        names.add(name.asText());
      }
    }
    return names;
  }

  /** Adds an example's value and everything below it. */
  public void addExample(FieldEvidence shape, Example example) {
    addExample(shape, example, example.value(), example.location());
  }

  private void addExample(
      FieldEvidence shape, Example example, JsonNode value, SourceLocation place) {
    shape.add(new Occurrence(example, place, value));
    if (value.isObject()) {
      value.properties().stream()
          // No client can have such a field; the object is open, so the example fits all the same.
          .filter(e -> !e.getKey().isBlank())
          .forEach(
              e ->
                  addExample(
                      shape.getOrCreateProperty(e.getKey()),
                      example,
                      e.getValue(),
                      document.location(value, e.getKey())));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        addExample(
            shape.getOrCreateItems(),
            example,
            value.get(i),
            new SourceLocation(document.file(), document.lines().lineOf(value, i)));
      }
    }
  }
}

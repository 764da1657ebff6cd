package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds what one document declares and shows to shapes. */
public final class ShapeReader {
  private static final int DEEPEST = 60;
  private static final int MOST = 100_000;

  private final SpecDocument document;
  private final RefResolver refs;
  private final Object use = new Object();
  private final List<Required> elsewhere = new ArrayList<>();
  private int declarations;

  /** A name that an object requires and does not itself declare. */
  private record Required(Shape object, String name, Place place) {}

  /** Prepares to read one use of a schema, such as the body of one answer. */
  public ShapeReader(SpecDocument document) {
    this.document = document;
    this.refs = new RefResolver(document);
  }

  /**
   * Adds a declared schema.
   *
   * @param required whether the page requires the whole of it
   * @throws RefusedException when a reference leads nowhere or in a circle
   */
  public void declare(Shape shape, JsonNode schema, boolean required) {
    declare(shape, schema, document.place(schema), required, true, 0);
  }

  /**
   * Requires the names that an object requires and does not itself declare: a part of an allOf may
   * mean what another part declares, and a page what only its example shows.
   *
   * @param out takes the names that neither declares nor shows
   */
  public void requireElsewhere(Findings out) {
    for (Required name : elsewhere) {
      if (name.object().properties().containsKey(name.name())) {
        Declared declared = new Declared(document, name.place(), Json.object(), true, use);
        name.object().property(name.name()).add(declared);
      } else {
        out.add(
            document.warning(
                "required-unknown",
                name.place(),
                "'required' names '" + Texts.shown(name.name()) + "', which no property is called",
                "Left out"));
      }
    }
    elsewhere.clear();
  }

  /** Adds what a page says of a place beside its schema. */
  public void declare(Shape shape, ObjectNode words, Place place, boolean required) {
    shape.add(new Declared(document, place, words, required, use));
  }

  private void declare(
      Shape shape, JsonNode written, Place place, boolean required, boolean sure, int depth) {
    if (written.has("$ref") && written.size() > 1 && written instanceof ObjectNode both) {
      ObjectNode beside = document.lines().without(both, "$ref");
      declare(shape, beside, place, required, sure, depth + 1);
    }
    JsonNode schema = refs.resolve(written);
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    if (depth > DEEPEST || ++declarations > MOST) {
      throw new RefusedException(
          "cyclic-ref",
          place,
          "expected a schema that ends, found one that holds itself or passes " + MOST + " fields",
          "Cut the circle with an open object");
    }
    shape.add(new Declared(document, place, object, required, use));
    Set<String> requiredNames = requiredNames(shape, object, sure);
    object
        .path("properties")
        .properties()
        .forEach(
            e ->
                declare(
                    shape.property(e.getKey()),
                    e.getValue(),
                    document.place(object.path("properties"), e.getKey()),
                    requiredNames.contains(e.getKey()),
                    true,
                    depth + 1));
    if (object.path("items").isObject() && !object.path("items").isEmpty()) {
      declare(
          shape.itemsOrNew(),
          object.path("items"),
          document.place(object, "items"),
          false,
          true,
          depth + 1);
    }
    for (String united : List.of("allOf", "oneOf", "anyOf")) {
      boolean all = sure && united.equals("allOf");
      object
          .path(united)
          .forEach(part -> declare(shape, part, document.place(part), required, all, depth + 1));
    }
  }

  /** What only one alternative requires, the whole does not. */
  private Set<String> requiredNames(Shape shape, ObjectNode object, boolean sure) {
    Set<String> names = new HashSet<>();
    for (JsonNode name : object.path("required")) {
      if (!object.path("properties").has(name.asText())) {
        if (sure) {
          elsewhere.add(new Required(shape, name.asText(), document.place(object, "required")));
        }
      } else if (sure) {
        names.add(name.asText());
      }
    }
    return names;
  }

  /** Adds an example's value and everything below it. */
  public void show(Shape shape, Example example) {
    show(shape, example, example.value(), example.place());
  }

  private void show(Shape shape, Example example, JsonNode value, Place place) {
    shape.add(new Shown(example, place, value));
    if (value.isObject()) {
      value.properties().stream()
          // No client can have such a field; the object is open, so the example fits all the same.
          .filter(e -> !e.getKey().isBlank())
          .forEach(
              e ->
                  show(
                      shape.property(e.getKey()),
                      example,
                      e.getValue(),
                      document.place(value, e.getKey())));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        show(
            shape.itemsOrNew(),
            example,
            value.get(i),
            new Place(document.file(), document.lines().of(value, i)));
      }
    }
  }
}

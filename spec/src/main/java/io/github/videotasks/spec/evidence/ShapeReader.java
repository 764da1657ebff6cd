package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds what one document declares and shows to shapes. */
public final class ShapeReader {
  private static final int DEEPEST = 60;
  private static final int MOST = 100_000;

  private final SpecDocument document;
  private final RefResolver refs;
  private int declarations;

  public ShapeReader(SpecDocument document) {
    this.document = document;
    this.refs = new RefResolver(document);
  }

  /**
   * Adds a declared schema.
   *
   * @throws RefusedException when a reference leads nowhere or in a circle
   */
  public void declare(Shape shape, JsonNode schema) {
    declare(shape, schema, document.place(schema), false, 0);
  }

  private void declare(Shape shape, JsonNode written, Place place, boolean required, int depth) {
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
    shape.add(new Declared(document, place, object, required));
    Set<String> requiredNames = new HashSet<>();
    object.path("required").forEach(name -> requiredNames.add(name.asText()));
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
                    depth + 1));
    if (object.path("items").isObject() && !object.path("items").isEmpty()) {
      declare(
          shape.itemsOrNew(),
          object.path("items"),
          document.place(object, "items"),
          false,
          depth + 1);
    }
    for (String united : List.of("allOf", "oneOf", "anyOf")) {
      object
          .path(united)
          .forEach(part -> declare(shape, part, document.place(part), required, depth + 1));
    }
  }

  /** Adds an example's value and everything below it. */
  public void show(Shape shape, Example example) {
    show(shape, example, example.value(), example.place());
  }

  private void show(Shape shape, Example example, JsonNode value, Place place) {
    shape.add(new Shown(example, place, value));
    if (value.isObject()) {
      value
          .properties()
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

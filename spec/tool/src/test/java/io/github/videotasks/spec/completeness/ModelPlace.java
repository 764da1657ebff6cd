package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value in the second parser's model of a page.
 *
 * @param page the page
 * @param pointer the JSON pointer of the value
 * @param node the value
 * @param parent the object or list with the value, or the reference that led to it
 */
record ModelPlace(PageModel page, JsonPointer pointer, JsonNode node, @Nullable ModelPlace parent) {
  ModelPlace child(String name) {
    return new ModelPlace(page, pointer.appendProperty(name), node.path(name), this);
  }

  /** Returns the items of a list. */
  List<ModelPlace> items() {
    List<ModelPlace> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new ModelPlace(page, pointer.appendIndex(i), node.get(i), this));
    }
    return items;
  }

  /** Returns the values of an object, with their names as the last part of the pointers. */
  List<ModelPlace> properties() {
    List<ModelPlace> properties = new ArrayList<>();
    node.fieldNames().forEachRemaining(name -> properties.add(child(name)));
    return properties;
  }

  String name() {
    return pointer.last() == null ? "" : pointer.last().getMatchingProperty();
  }

  /** Follows references to the value itself; a cycle is a missing value. */
  ModelPlace resolved() {
    return page.resolve(this);
  }

  /** Returns a keyword of this object if it has it, otherwise the object. */
  ModelPlace keyword(String name) {
    return node.has(name) ? child(name) : this;
  }

  /** Returns the value as the page has it: the parser decodes some examples. */
  JsonNode original() {
    return page.document().at(pointer);
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  /** Returns the lines of the value, of the items of a list, and of everything that leads to it. */
  Set<Integer> lines() {
    Set<Integer> lines = new LinkedHashSet<>();
    for (ModelPlace at = this; at != null; at = at.parent()) {
      lines.add(page.lineOf(at.pointer()));
    }
    if (node.isArray()) {
      for (ModelPlace item : items()) {
        lines.add(page.lineOf(item.pointer()));
        item.properties().forEach(property -> lines.add(page.lineOf(property.pointer())));
      }
    }
    lines.remove(0);
    return lines;
  }

  /** Returns false for what means nothing: null, false, and an empty text, list or object. */
  static boolean hasMeaning(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return false;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isContainerNode() ? !node.isEmpty() : !node.asText().isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelPlace place
        && page.name().equals(place.page.name())
        && pointer.equals(place.pointer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(page.name(), pointer);
  }

  @Override
  public String toString() {
    return page.name() + ":" + page.lineOf(pointer) + " " + pointer;
  }
}

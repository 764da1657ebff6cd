package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;

/** Moves properties of a page to where OpenAPI 3.0 has them; they keep their lines. */
final class KeyMover {
  private KeyMover() {}

  /**
   * Moves a property, if there is one; replaces a property of the new name.
   *
   * @param from the object that has the property
   * @param key its name
   * @param to the object to move it to, which may be the same one
   * @param name its new name
   */
  static void move(SpecDocument document, ObjectNode from, String key, ObjectNode to, String name) {
    JsonNode value = from.get(key);
    if (value != null) {
      document.lines().recordKey(to, name, document.lines().lineOf(from, key));
      from.remove(key);
      to.set(name, value);
    }
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The extracted components by name, in the order in which their names were reserved. */
final class ComponentSet {
  private static final String NAME_PATTERN = "[A-Za-z0-9._-]+";

  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, ObjectNode> byName = new HashMap<>();

  /**
   * Reserves the position of a component, before those that it refers to.
   *
   * @throws RejectedInputException when the name is not valid
   */
  void reserve(String name) {
    if (!name.matches(NAME_PATTERN)) {
      throw conflict(
          "expected an x-name of letters, digits, '.', '_' and '-', found '"
              + MessageText.excerpt(name)
              + "'",
          "Give the schema another x-name");
    }
    names.add(name);
  }

  /**
   * Adds a component.
   *
   * @throws RejectedInputException when another one has the same name
   */
  void add(String name, ObjectNode component) {
    ObjectNode known = byName.putIfAbsent(name, component);
    if (known != null) {
      // A form of a field without a type has no description of its own.
      copyDescription(known, component);
      copyDescription(component, known);
    }
    if (known != null && !known.equals(component)) {
      throw conflict(
          "expected one schema named " + name + ", found two different ones",
          "Correct both alike, or give one of them another x-name");
    }
  }

  /** Returns all components. */
  ObjectNode toObject() {
    ObjectNode schemas = JsonNodes.object();
    names.forEach(name -> schemas.set(name, byName.get(name)));
    return schemas;
  }

  private static void copyDescription(ObjectNode from, ObjectNode to) {
    if (from.has("description") && !to.has("description")) {
      to.set("description", from.get("description"));
    }
  }

  private static RejectedInputException conflict(String message, String remedy) {
    return new RejectedInputException(
        "name-conflict", new SourceLocation("corrections", 0), message, remedy);
  }
}

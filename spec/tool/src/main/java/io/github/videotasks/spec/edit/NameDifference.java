package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Map;

/**
 * Finds the actions that rename components. They come first: a derivation merges the evidence of
 * schemas with one name, so the names decide the draft that the other actions change.
 */
final class NameDifference {
  private static final String NAME = "x-name";

  private final OverlayActions actions;

  private NameDifference(OverlayActions actions) {
    this.actions = actions;
  }

  /** Adds the actions that change the names of one contract into those of another. */
  static void add(ObjectNode old, ObjectNode wanted, OverlayActions actions) {
    new NameDifference(actions).compare(OverlayTarget.root(), old, wanted);
  }

  private void compare(OverlayTarget at, ObjectNode old, ObjectNode wanted) {
    JsonNode name = wanted.get(NAME);
    if (name != null && !name.equals(old.get(NAME))) {
      actions.update(at, JsonNodes.object().set(NAME, name));
    }
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      if (entry.getValue() instanceof ObjectNode inner
          && old.get(entry.getKey()) instanceof ObjectNode before) {
        compare(at.key(entry.getKey()), before, inner);
      }
    }
  }
}

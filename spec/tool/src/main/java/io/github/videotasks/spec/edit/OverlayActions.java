package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The actions of an Overlay file; equal actions at several places become one. */
final class OverlayActions {
  private record Action(OverlayTarget target, @Nullable JsonNode update) {}

  private final List<Action> actions = new ArrayList<>();

  void remove(OverlayTarget target) {
    add(target, null);
  }

  void update(OverlayTarget target, JsonNode update) {
    add(target, update);
  }

  /** The order of the actions on one node stays: another target never contains the node. */
  private void add(OverlayTarget target, @Nullable JsonNode update) {
    for (int i = 0; i < actions.size(); i++) {
      Action known = actions.get(i);
      OverlayTarget union =
          Objects.equals(known.update(), update) ? known.target().union(target) : null;
      if (union != null) {
        actions.set(i, new Action(union, update));
        return;
      }
    }
    actions.add(new Action(target, update));
  }

  int size() {
    return actions.size();
  }

  /** Returns the actions as an Overlay file has them. */
  ArrayNode toArray() {
    ArrayNode array = JsonNodes.array();
    for (Action action : actions) {
      String target = action.target().toString();
      ObjectNode written = array.addObject().put("target", target);
      if (action.update() == null) {
        written.put("remove", true);
        continue;
      }
      if (target.endsWith(".properties")) {
        // It may add properties that no page declares or shows.
        written.put("x-adds", true);
      }
      written.set("update", action.update());
    }
    return array;
  }
}

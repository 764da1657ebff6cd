package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.HashMap;
import java.util.Map;

/** Unites the shapes of all inline schemas that corrections have given the same {@code x-name}. */
public final class NamedShapes {
  private NamedShapes() {}

  /**
   * Unites them.
   *
   * @return true when at least two different shapes were united, so that the draft must be written
   *     anew
   */
  public static boolean unite(Draft draft) {
    Map<String, Shape> byName = new HashMap<>();
    boolean[] united = {false};
    SpecWalk.document(
        draft.root(),
        (kind, node, pointer) -> {
          Shape shape = kind == Kind.SCHEMA ? draft.shape(node) : null;
          if (shape != null && node.path("x-name").isTextual()) {
            united[0] |= unite(byName, node, shape);
          }
        });
    return united[0];
  }

  private static boolean unite(Map<String, Shape> byName, ObjectNode node, Shape shape) {
    Shape known = byName.putIfAbsent(node.path("x-name").textValue(), shape);
    if (known == null || known.current() == shape.current()) {
      return false;
    }
    known.absorb(shape);
    return true;
  }
}

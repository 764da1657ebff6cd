package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.HashMap;
import java.util.Map;

/** Unites the shapes of all inline schemas that corrections have given the same {@code x-name}. */
public final class NamedSchemaMerger {
  private NamedSchemaMerger() {}

  /**
   * Unites them.
   *
   * @return true when at least two different shapes were united, so that the draft must be written
   *     anew
   */
  public static boolean merge(ContractDraft draft) {
    Map<String, FieldEvidence> byName = new HashMap<>();
    boolean[] united = {false};
    OpenApiWalker.walkDocument(
        draft.root(),
        (kind, node, pointer) -> {
          FieldEvidence shape = kind == OpenApiObject.SCHEMA ? draft.evidence(node) : null;
          if (shape != null && node.path("x-name").isTextual()) {
            united[0] |= merge(byName, node, shape);
          }
        });
    return united[0];
  }

  private static boolean merge(
      Map<String, FieldEvidence> byName, ObjectNode node, FieldEvidence shape) {
    FieldEvidence known = byName.putIfAbsent(node.path("x-name").textValue(), shape);
    if (known == null || known.representative() == shape.representative()) {
      return false;
    }
    known.merge(shape);
    return true;
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges the evidence of all inline schemas to which corrections assign the same {@code x-name}.
 */
public final class NamedSchemaMerger {
  private NamedSchemaMerger() {}

  /**
   * Merges the evidence in place.
   *
   * @return true when different evidence was merged, so that the draft must be written again
   */
  public static boolean merge(ContractDraft draft) {
    Map<String, FieldEvidence> byName = new HashMap<>();
    boolean[] merged = {false};
    OpenApiWalker.walkDocument(
        draft.root(),
        (kind, node, pointer) -> {
          FieldEvidence evidence = kind == OpenApiObject.SCHEMA ? draft.evidence(node) : null;
          if (evidence != null && node.path("x-name").isTextual()) {
            merged[0] |= merge(byName, node, evidence);
          }
        });
    return merged[0];
  }

  private static boolean merge(
      Map<String, FieldEvidence> byName, ObjectNode node, FieldEvidence evidence) {
    FieldEvidence known = byName.putIfAbsent(node.path("x-name").textValue(), evidence);
    if (known == null || known.representative() == evidence.representative()) {
      return false;
    }
    known.merge(evidence);
    return true;
  }
}

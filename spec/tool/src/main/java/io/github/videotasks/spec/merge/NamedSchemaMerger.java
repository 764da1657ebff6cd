package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Merges the evidence of all inline schemas to which corrections assign the same {@code x-name}.
 */
public final class NamedSchemaMerger {
  private NamedSchemaMerger() {}

  /**
   * Merges the evidence in place.
   *
   * @param draft the draft after the corrections, which name the schemas
   * @return true when different evidence was merged, so that the draft must be written again
   */
  public static boolean merge(ContractDraft draft) {
    Map<String, FieldEvidence> byName = new HashMap<>();
    boolean[] merged = {false};
    OpenApiWalker.walkDocument(
        draft.root(),
        (kind, node) -> {
          FieldEvidence evidence = kind == OpenApiObject.SCHEMA ? draft.evidence(node) : null;
          if (evidence != null && node.path("x-name").isTextual()) {
            merged[0] |= merge(byName, node, evidence);
          }
        });
    return merged[0];
  }

  private static boolean merge(
      Map<String, FieldEvidence> byName, ObjectNode node, FieldEvidence evidence) {
    String name = node.path("x-name").textValue();
    FieldEvidence known = byName.putIfAbsent(name, evidence);
    if (known == null || known.representative() == evidence.representative()) {
      return false;
    }
    if (haveSameType(known, evidence)) {
      known.merge(evidence);
      return true;
    }
    if (TypeDecision.of(known).isConflict()) {
      byName.put(name, evidence);
    }
    return known.representative().mergeStructure(evidence.representative());
  }

  /**
   * Returns whether two schemas can become one without a conflict. A field of another type gets the
   * same structure, but it must not take the type away from the others.
   */
  private static boolean haveSameType(FieldEvidence one, FieldEvidence other) {
    TypeDecision first = TypeDecision.of(one.representative());
    TypeDecision second = TypeDecision.of(other.representative());
    boolean unknown = first.candidates().isEmpty() || second.candidates().isEmpty();
    return unknown || Objects.equals(first.type(), second.type());
  }
}

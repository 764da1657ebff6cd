package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical document before components are extracted. All schemas are inline, so that a
 * correction can target each of them.
 */
public final class ContractDraft {
  private final ObjectNode root;
  private final IdentityHashMap<JsonNode, FieldEvidence> evidenceBySchema = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Boolean> requestSchemas = new IdentityHashMap<>();

  ContractDraft(ObjectNode root) {
    this.root = root;
  }

  /** {@return the document, which corrections change in place} */
  public ObjectNode root() {
    return root;
  }

  void recordEvidence(ObjectNode schema, FieldEvidence evidence, boolean request) {
    evidenceBySchema.put(schema, evidence);
    requestSchemas.put(schema, request);
  }

  /**
   * {@return whether an inline schema describes a value that a client sends}
   *
   * @param schema an inline schema of the document
   */
  public boolean isRequest(JsonNode schema) {
    return requestSchemas.getOrDefault(schema, false);
  }

  /**
   * {@return the evidence for an inline schema; null for a schema that a correction added}
   *
   * @param schema an inline schema of the document
   */
  public @Nullable FieldEvidence evidence(JsonNode schema) {
    FieldEvidence evidence = evidenceBySchema.get(schema);
    return evidence == null ? null : evidence.representative();
  }
}

package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical document before components are extracted: every schema stands inline, so that a
 * correction can name each place.
 */
public final class ContractDraft {
  private final ObjectNode root;
  private final IdentityHashMap<JsonNode, FieldEvidence> evidenceBySchema = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Boolean> requestSchemas = new IdentityHashMap<>();

  ContractDraft(ObjectNode root) {
    this.root = root;
  }

  public ObjectNode root() {
    return root;
  }

  void recordEvidence(ObjectNode schema, FieldEvidence shape, boolean request) {
    evidenceBySchema.put(schema, shape);
    requestSchemas.put(schema, request);
  }

  /** Tells whether an inline schema is of something that a client sends. */
  public boolean isRequest(JsonNode schema) {
    return requestSchemas.getOrDefault(schema, false);
  }

  /** Gives the evidence behind an inline schema; null for one that a correction brought in. */
  public @Nullable FieldEvidence evidence(JsonNode schema) {
    FieldEvidence shape = evidenceBySchema.get(schema);
    return shape == null ? null : shape.representative();
  }
}

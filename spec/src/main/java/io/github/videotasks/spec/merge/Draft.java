package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Shape;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical document before components are extracted: every schema stands inline, so that a
 * correction can name each place.
 */
public final class Draft {
  private final ObjectNode root;
  private final IdentityHashMap<JsonNode, Shape> shapes = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Boolean> requests = new IdentityHashMap<>();

  Draft(ObjectNode root) {
    this.root = root;
  }

  public ObjectNode root() {
    return root;
  }

  void note(ObjectNode schema, Shape shape, boolean request) {
    shapes.put(schema, shape);
    requests.put(schema, request);
  }

  /** Tells whether an inline schema is of something that a client sends. */
  public boolean isRequest(JsonNode schema) {
    return requests.getOrDefault(schema, false);
  }

  /** Gives the evidence behind an inline schema; null for one that a correction brought in. */
  public @Nullable Shape shape(JsonNode schema) {
    Shape shape = shapes.get(schema);
    return shape == null ? null : shape.current();
  }
}

package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detects schemas that contain themselves, and merges the evidence of all levels of such a schema,
 * so that reading it ends. Every schema of a cycle is read once; other schemas are read at each
 * place that refers to them.
 *
 * <p>The cycles are the strongly connected components of the schemas, found during the descent as
 * in Tarjan's algorithm. A part of a combinator is not a place of its own: its properties belong to
 * the schema around it, which may have more parts.
 */
final class RecursiveSchemas {
  private static final class Visit {
    final @Nullable ObjectNode schema;
    final FieldEvidence evidence;
    final boolean whole;

    /** Index of the outermost open visit of the same cycle; its own index outside a cycle. */
    int lowest;

    boolean recursive;
    boolean open = true;
    Visit outermost = this;

    Visit(ObjectNode schema, FieldEvidence evidence, boolean whole, int index) {
      this.schema = schema;
      this.evidence = evidence;
      this.whole = whole;
      this.lowest = index;
    }
  }

  private final IdentityHashMap<ObjectNode, Visit> visits = new IdentityHashMap<>();
  private final List<Visit> path = new ArrayList<>();

  /** Returns whether a schema has no structure of its own beside one schema that it refers to. */
  static boolean isAlias(ObjectNode schema) {
    int parts = 0;
    for (String combinator : List.of("allOf", "oneOf", "anyOf")) {
      for (JsonNode part : schema.path(combinator)) {
        boolean onlyNull =
            part.size() == 1 && (part.has("nullable") || part.path("type").asText().equals("null"));
        parts += onlyNull ? 0 : 1;
      }
    }
    return parts == 1
        && List.of("properties", "items", "required", "additionalProperties").stream()
            .noneMatch(schema::has);
  }

  /**
   * Begins to read a schema.
   *
   * @param whole false for a part of a combinator
   * @return whether the schema must be read, and {@link #leave} called; false when it was read
   *     already and the evidence is merged
   */
  boolean enter(ObjectNode schema, FieldEvidence evidence, boolean whole) {
    Visit known = whole ? visits.get(schema) : null;
    if (known != null) {
      markCycle(known);
      known.evidence.merge(evidence);
      return false;
    }
    if (!whole && isOpen(schema, evidence)) {
      return false;
    }
    Visit visit = new Visit(schema, evidence, whole, path.size());
    path.add(visit);
    if (whole) {
      visits.put(schema, visit);
    }
    return true;
  }

  /** Ends the schema that was entered last. */
  void leave() {
    Visit visit = path.remove(path.size() - 1);
    visit.open = false;
    if (visit.recursive) {
      visit.outermost = visit.lowest < path.size() ? path.get(visit.lowest) : visit;
      visit.evidence.markRecursive();
    } else if (visit.whole) {
      visits.remove(visit.schema);
    }
  }

  private void markCycle(Visit known) {
    Visit outermost = known;
    while (!outermost.open && outermost.outermost != outermost) {
      outermost = outermost.outermost;
    }
    if (outermost.open) {
      int index = path.indexOf(outermost);
      for (Visit inCycle : path.subList(index, path.size())) {
        inCycle.recursive = true;
        inCycle.lowest = Math.min(inCycle.lowest, index);
      }
    }
  }

  /** Returns whether a part is inside itself, as in {@code Node: allOf: [Node, ...]}. */
  @SuppressWarnings("ReferenceEquality") // Two schemas with the same keywords are two schemas.
  private boolean isOpen(ObjectNode schema, FieldEvidence evidence) {
    return path.stream()
        .anyMatch(
            visit ->
                visit.schema == schema
                    && visit.evidence.representative() == evidence.representative());
  }
}

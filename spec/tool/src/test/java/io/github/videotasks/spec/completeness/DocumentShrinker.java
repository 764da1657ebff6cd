package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removes properties and items of documents as long as they still show the same difference. */
final class DocumentShrinker {
  private static final int MAX_TRIES = 600;

  /** Decides whether documents still show what is looked for. */
  interface Check {
    boolean holds(List<ObjectNode> documents);
  }

  private final Check check;
  private int tries;

  private DocumentShrinker(Check check) {
    this.check = check;
  }

  static List<ObjectNode> shrink(List<ObjectNode> documents, Check check) {
    return new DocumentShrinker(check).shrink(documents);
  }

  private List<ObjectNode> shrink(List<ObjectNode> documents) {
    List<ObjectNode> smallest = documents;
    for (int i = smallest.size() - 1; i >= 0 && smallest.size() > 1; i--) {
      List<ObjectNode> fewer = new ArrayList<>(smallest);
      fewer.remove(i);
      smallest = check.holds(fewer) ? fewer : smallest;
    }
    boolean smaller = true;
    while (smaller && tries < MAX_TRIES) {
      List<ObjectNode> before = smallest;
      for (int i = 0; i < smallest.size(); i++) {
        smallest = shrinkDocument(smallest, i);
      }
      smaller = !before.equals(smallest);
    }
    return smallest;
  }

  /** Tries to remove each value of one document once, the largest first. */
  private List<ObjectNode> shrinkDocument(List<ObjectNode> documents, int index) {
    List<ObjectNode> smallest = documents;
    List<JsonPointer> pointers = new ArrayList<>();
    collect(JsonPointer.empty(), documents.get(index), pointers);
    for (JsonPointer pointer : pointers) {
      // Absent once something that contained it was removed.
      if (smallest.get(index).at(pointer).isMissingNode() || ++tries > MAX_TRIES) {
        continue;
      }
      List<ObjectNode> candidate = new ArrayList<>(smallest);
      candidate.set(index, without(smallest.get(index), pointer));
      smallest = check.holds(candidate) ? candidate : smallest;
    }
    return smallest;
  }

  private static ObjectNode without(ObjectNode document, JsonPointer pointer) {
    ObjectNode copy = document.deepCopy();
    JsonNode owner = copy.at(pointer.head());
    if (owner instanceof ObjectNode object) {
      object.remove(pointer.last().getMatchingProperty());
    } else if (owner instanceof ArrayNode array) {
      array.remove(pointer.last().getMatchingIndex());
    }
    return copy;
  }

  private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> pointers) {
    List<JsonPointer> children = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      children.add(at.appendProperty(entry.getKey()));
    }
    for (int i = node.size() - 1; i >= 0 && node.isArray(); i--) {
      children.add(at.appendIndex(i));
    }
    pointers.addAll(children);
    children.forEach(
        child ->
            collect(child, node.at(child.toString().substring(at.toString().length())), pointers));
  }
}

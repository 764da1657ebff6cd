package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations of one contract, by name, path, id and the components that they use. */
final class OperationIndex {
  private static final String SCHEMA_PREFIX = "#/components/schemas/";

  private final JsonNode root;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> namesById = new TreeMap<>();
  private final Map<String, SortedSet<String>> byPath = new TreeMap<>();
  private final Map<String, SortedSet<String>> byComponent = new TreeMap<>();

  /**
   * Creates the index.
   *
   * @param root the contract; a missing node is an empty one
   */
  OperationIndex(JsonNode root) {
    this.root = root;
    root.at("/components/schemas").fieldNames().forEachRemaining(this::addComponent);
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().has("responses")) {
          String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          addOperation(name, path.getKey(), operation.getValue());
          collectComponents(
              name, List.of(operation.getValue(), path.getValue().path("parameters")));
        }
      }
    }
  }

  private void addComponent(String name) {
    byComponent.put(name, new TreeSet<>());
  }

  private void addOperation(String name, String path, JsonNode operation) {
    names.put(name, name);
    namesById.put(operation.path("operationId").asText(), name);
    byPath.computeIfAbsent(path, p -> new TreeSet<>()).add(name);
  }

  /** Uses a queue instead of recursion: a chain of references may be as long as the document. */
  private void collectComponents(String operation, List<JsonNode> start) {
    Set<String> visited = new HashSet<>();
    ArrayDeque<JsonNode> queue = new ArrayDeque<>(start);
    while (!queue.isEmpty()) {
      JsonNode node = queue.remove();
      String ref = node.path("$ref").asText();
      if (ref.startsWith("#/") && visited.add(ref)) {
        queue.add(root.at(ref.substring(1)));
        if (ref.startsWith(SCHEMA_PREFIX)) {
          byComponent
              .computeIfAbsent(ref.substring(SCHEMA_PREFIX.length()), c -> new TreeSet<>())
              .add(operation);
        }
      }
      node.forEach(queue::add);
    }
  }

  /** Returns the names of the operations by their ids. */
  Map<String, String> namesById() {
    return namesById;
  }

  /** Returns the names of the components. */
  Set<String> components() {
    return byComponent.keySet();
  }

  /** Adds the operations that a location is in, and returns the field within them. */
  String locate(String location, SortedSet<String> operations) {
    String operation = LocationPrefix.longestKey(names, location);
    if (operation != null) {
      operations.add(operation);
      return location.substring(operation.length()).strip();
    }
    String path = LocationPrefix.longestKey(byPath, location);
    if (path != null) {
      operations.addAll(byPath.getOrDefault(path, new TreeSet<>()));
      return location.substring(path.length()).strip();
    }
    String component = LocationPrefix.longestKey(byComponent, location);
    if (component != null) {
      operations.addAll(byComponent.getOrDefault(component, new TreeSet<>()));
    }
    return location;
  }
}

package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Finds the parts of the contract that a random edit changes, and edits them in order. */
final class ContractTree {
  /** Texts that YAML writes in different forms. */
  static final List<String> TEXTS =
      List.of(
          "Another text.",
          "With: a colon, a # and 'quotes' and \"quotes\" and \\ backslashes",
          "- a list, or not",
          "Two lines\nof text",
          "Deux façons d'écrire, 两种写法 😀",
          "yes",
          "1.50",
          "",
          "@type and `code` and %percent",
          " leading and trailing ");

  private final ObjectNode root;
  private final Random random;

  ContractTree(ObjectNode root, Random random) {
    this.root = root;
    this.random = random;
  }

  ObjectNode at(String pointer) {
    return (ObjectNode) root.at(pointer);
  }

  ObjectNode component(String name) {
    return at("/components/schemas/" + name);
  }

  ObjectNode anyComponent() {
    return (ObjectNode)
        pick(new ArrayList<>(root.at("/components/schemas").properties())).getValue();
  }

  ObjectNode anyOperation() {
    return pick(operations());
  }

  private List<ObjectNode> operations() {
    List<ObjectNode> all = new ArrayList<>();
    root.path("paths").forEach(item -> item.forEach(operation -> all.add((ObjectNode) operation)));
    return all;
  }

  ObjectNode anyParameter() {
    return (ObjectNode) anyOperation().path("parameters").path(0);
  }

  /** Returns the name of a component and one of its fields, such as {@code VideoTask.id}. */
  String anyField(Predicate<JsonNode> accepted) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> component : root.at("/components/schemas").properties()) {
      for (Map.Entry<String, JsonNode> field :
          component.getValue().path("properties").properties()) {
        if (accepted.test(field.getValue())) {
          names.add(component.getKey() + "." + field.getKey());
        }
      }
    }
    return pick(names);
  }

  ObjectNode field(String name) {
    String[] parts = name.split("\\.", 2);
    return (ObjectNode) component(parts[0]).path("properties").path(parts[1]);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Sets a key and places it where the tool writes it: before another one, if that is there. */
  static void putBefore(ObjectNode node, String key, JsonNode value, String... next) {
    ObjectNode old = JsonNodes.object();
    old.setAll(node);
    node.removeAll();
    for (Map.Entry<String, JsonNode> entry : old.properties()) {
      if (!node.has(key) && List.of(next).contains(entry.getKey())) {
        node.set(key, value);
      }
      node.set(entry.getKey(), entry.getValue());
    }
    if (!node.has(key)) {
      node.set(key, value);
    }
  }

  /** Renames a key at its place. */
  static void rename(ObjectNode node, String key, String name) {
    ObjectNode old = JsonNodes.object();
    old.setAll(node);
    node.removeAll();
    old.properties()
        .forEach(e -> node.set(e.getKey().equals(key) ? name : e.getKey(), e.getValue()));
  }

  /** Moves a random key to the end. */
  static void moveToEnd(ObjectNode node, String key) {
    node.set(key, node.remove(key));
  }

  /** Replaces each reference to a component. */
  static void rewriteReferences(JsonNode node, String from, String to) {
    if (node instanceof ObjectNode object
        && object.path("$ref").asText().equals("#/components/schemas/" + from)) {
      object.put("$ref", "#/components/schemas/" + to);
    }
    node.forEach(child -> rewriteReferences(child, from, to));
  }

  static ArrayNode list(String... values) {
    ArrayNode list = JsonNodes.array();
    List.of(values).forEach(list::add);
    return list;
  }

  ObjectNode root() {
    return root;
  }
}

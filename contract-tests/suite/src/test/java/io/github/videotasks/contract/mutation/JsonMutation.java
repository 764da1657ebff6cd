package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A mutation of one node of a JSON document. */
public enum JsonMutation {
  /** Removes the property or item. */
  DROP {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.empty();
    }

    @Override
    boolean appliesTo(JsonNode value) {
      return true;
    }
  },
  /** Renames the property. */
  RENAME {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(value);
    }

    @Override
    boolean appliesTo(JsonNode value) {
      return true;
    }
  },
  /** Sets the value to null. */
  NULL {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(NODES.nullNode());
    }
  },
  /** Changes the JSON type of the value, with a similar value: 7 becomes "7". */
  RETYPE {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(
          switch (value.getNodeType()) {
            case STRING, NULL -> NODES.numberNode(7);
            case NUMBER, BOOLEAN -> NODES.textNode(value.asText());
            case ARRAY ->
                NODES.objectNode().set("0", value.isEmpty() ? NODES.nullNode() : value.get(0));
            default -> NODES.arrayNode().add(value);
          });
    }
  },
  /** Replaces the value by the empty value of its type. */
  EMPTY {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(
          switch (value.getNodeType()) {
            case STRING -> NODES.textNode("");
            case ARRAY -> NODES.arrayNode();
            default -> NODES.objectNode();
          });
    }

    @Override
    boolean appliesTo(JsonNode value) {
      return value.isTextual() ? !value.asText().isEmpty() : !value.isEmpty();
    }
  },
  /** Replaces the value by another value of its type. */
  CHANGE {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(
          switch (value.getNodeType()) {
            case STRING -> NODES.textNode(CHANGED_TEXT);
            case NUMBER -> NODES.numberNode(value.decimalValue().add(BigDecimal.TEN));
            case BOOLEAN -> NODES.booleanNode(!value.asBoolean());
            case ARRAY -> NODES.arrayNode().add(CHANGED_TEXT);
            default -> NODES.objectNode().put(CHANGED_TEXT, CHANGED_TEXT);
          });
    }

    @Override
    boolean appliesTo(JsonNode value) {
      return !value.isNull() && (!value.isContainerNode() || value.isEmpty());
    }
  };

  /**
   * The text of a changed string: not a status value of a vendor, a URL, a number or a timestamp.
   */
  public static final String CHANGED_TEXT = "another";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  abstract Optional<JsonNode> replacement(JsonNode value);

  /** Returns whether the mutation changes this value; most mutations do not change null. */
  boolean appliesTo(JsonNode value) {
    return !value.isNull();
  }

  /**
   * Returns a copy of the document in which this node is mutated.
   *
   * @param root the document, not changed
   * @param pointer the node to mutate
   * @return empty when the mutation would change nothing
   */
  public Optional<JsonNode> apply(JsonNode root, JsonPointer pointer) {
    JsonNode value = root.at(pointer);
    if (!appliesTo(value)) {
      return Optional.empty();
    }
    JsonNode copy = root.deepCopy();
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      replaceIn(object, pointer.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      if (this == RENAME) {
        return Optional.empty();
      }
      replaceIn(array, pointer.last().getMatchingIndex(), value);
    }
    return Optional.of(copy);
  }

  private void replaceIn(ObjectNode object, String name, JsonNode value) {
    if (this == DROP || this == RENAME) {
      object.remove(name);
    }
    String target = this == RENAME ? name + "_renamed" : name;
    replacement(value).ifPresent(other -> object.set(target, other));
  }

  private void replaceIn(ArrayNode array, int index, JsonNode value) {
    replacement(value).ifPresentOrElse(other -> array.set(index, other), () -> array.remove(index));
  }
}

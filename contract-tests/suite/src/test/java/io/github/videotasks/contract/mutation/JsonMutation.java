package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** One way to break one place of an answer. */
public enum JsonMutation {
  /** The member is left out. */
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
  /** The member has another name. */
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
  /** The value is null. */
  NULL {
    @Override
    Optional<JsonNode> replacement(JsonNode value) {
      return Optional.of(NODES.nullNode());
    }
  },
  /** The value has another JSON type, as near as possible: 7 becomes "7". */
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
  /** The value is the empty one of its type. */
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
  /** The value is another one of its type. */
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

  /** What a changed text says: no word of any vendor, no address, no number and no time. */
  public static final String CHANGED_TEXT = "another";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  abstract Optional<JsonNode> replacement(JsonNode value);

  /** Most ways need a value to break. */
  boolean appliesTo(JsonNode value) {
    return !value.isNull();
  }

  /**
   * The document with that one place broken; empty when this way to break it would change nothing.
   */
  public Optional<JsonNode> apply(JsonNode root, JsonPointer place) {
    JsonNode value = root.at(place);
    if (!appliesTo(value)) {
      return Optional.empty();
    }
    JsonNode copy = root.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ObjectNode object) {
      replaceIn(object, place.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      if (this == RENAME) {
        return Optional.empty();
      }
      replaceIn(array, place.last().getMatchingIndex(), value);
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

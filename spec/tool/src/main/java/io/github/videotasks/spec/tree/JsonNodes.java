package io.github.videotasks.spec.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Creates and serializes JSON trees: two spaces, line feeds, keys in insertion order. */
public final class JsonNodes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final ObjectWriter PRETTY = MAPPER.writer(prettyPrinter());

  private JsonNodes() {}

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indent)
        .withArrayIndenter(indent);
  }

  /** {@return a new empty object} */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** {@return a new empty array} */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * {@return the tree as indented UTF-8 JSON with a final line feed}
   *
   * @param node any JSON value
   */
  public static byte[] pretty(JsonNode node) {
    try {
      String text = PRETTY.writeValueAsString(node);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the tree as compact JSON}
   *
   * @param node any JSON value
   */
  public static String compact(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return a string that is equal for equivalent trees: keys sorted, numbers by value}
   *
   * @param node any JSON value
   */
  public static String fingerprint(JsonNode node) {
    return compact(normalize(node));
  }

  private static JsonNode normalize(JsonNode node) {
    if (node.isNumber()) {
      return JsonNodeFactory.instance.numberNode(node.decimalValue().stripTrailingZeros());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array();
      array.forEach(item -> copy.add(normalize(item)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      object.properties().forEach(e -> sorted.put(e.getKey(), normalize(e.getValue())));
      ObjectNode copy = object();
      sorted.forEach(copy::set);
      return copy;
    }
    return node;
  }
}

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LexemeNode;
import io.github.videotasks.spec.tree.LineNumbers;
import io.github.videotasks.spec.tree.ValueType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts a value to the type that its keyword requires, where the intended value is obvious. */
final class ShapeCoercion {
  private static final Map<String, Boolean> BOOLEANS =
      Map.of("true", true, "yes", true, "false", false, "no", false);

  private final LineNumbers lines;
  private final ValueLocation location;

  /**
   * Creates a coercion for one value.
   *
   * @param lines receives the lines of new nodes
   * @param location location of the value and the required type
   */
  ShapeCoercion(LineNumbers lines, ValueLocation location) {
    this.lines = lines;
    this.location = location;
  }

  /** Returns the converted value; null when the intended value is not obvious. */
  @Nullable JsonNode coerce(JsonNode value) {
    return switch (location.valueType()) {
      case BOOLEAN -> toBoolean(value);
      case NON_NEGATIVE_INTEGER, NUMBER -> toNumber(location.valueType(), value);
      case LIST -> value.isValueNode() ? toList(value) : null;
      case STRING_LIST -> value.isValueNode() && !value.isBoolean() ? toList(value) : null;
      case OBJECT_LIST -> toObjectList(value);
      case SCHEMA_LIST -> value.isObject() ? toList(value) : null;
      case SCHEMA -> toSchema(value);
      case OBJECT_MAP, SCHEMA_MAP -> value.isArray() ? toMap(value) : null;
      case OBJECT -> toObject(value);
      case STRING, ANY -> null;
    };
  }

  private static @Nullable JsonNode toBoolean(JsonNode value) {
    Boolean flag = BOOLEANS.get(value.asText().strip().toLowerCase(Locale.ROOT));
    return flag == null || !value.isTextual() ? null : BooleanNode.valueOf(flag);
  }

  private static @Nullable JsonNode toNumber(ValueType valueType, JsonNode value) {
    String text = value.asText().strip();
    if (!value.isTextual() || !text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,20})?")) {
      return null;
    }
    JsonNode number =
        text.contains(".")
            ? new LexemeNode(text)
            : JsonNodes.array().add(Long.parseLong(text)).get(0);
    return valueType.matches(number) ? number : null;
  }

  private @Nullable JsonNode toSchema(JsonNode value) {
    if (value.isNull() || value.asText().equals("true")) {
      return withLine(JsonNodes.object());
    }
    boolean type = value.isTextual() && TypeAliases.resolve(value.textValue()) != null;
    return type ? withLine(JsonNodes.object().put("type", value.textValue())) : null;
  }

  /**
   * Converts null to an empty object, a string under {@code security} to a requirement, and a
   * string under {@code servers} to a server with that URL. Null as an operation is an empty
   * operation; null as a path is not converted.
   */
  private @Nullable JsonNode toObject(JsonNode value) {
    if (value.isNull() && !location.isListItem() && !location.name().startsWith("/")) {
      return withLine(JsonNodes.object());
    }
    if (location.isListItem() && location.name().equals("security") && value.isTextual()) {
      ObjectNode requirement = withLine(JsonNodes.object());
      requirement.putArray(value.textValue());
      return requirement;
    }
    boolean server =
        location.isListItem() && location.name().equals("servers") && value.isTextual();
    return server ? withLine(JsonNodes.object().put("url", value.textValue())) : null;
  }

  private @Nullable JsonNode toObjectList(JsonNode value) {
    if (location.name().equals("servers") && value.isTextual()) {
      return toList(withLine(JsonNodes.object().put("url", value.textValue())));
    }
    if (!value.isObject()) {
      return null;
    }
    return location.name().equals("parameters") && !value.has("name")
        ? toParameterList(value)
        : toList(value);
  }

  /** Reads {@code {id: {in: query}}} as a list of parameters. */
  private @Nullable JsonNode toParameterList(JsonNode map) {
    ArrayNode list = withLine(JsonNodes.array());
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      if (!(entry.getValue() instanceof ObjectNode parameter)) {
        return null;
      }
      if (!parameter.has("name") && !parameter.has("$ref")) {
        parameter.put("name", entry.getKey());
      }
      list.add(parameter);
      lines.recordItem(list, lines.lineOf(map, entry.getKey()));
    }
    return list;
  }

  /** Reads a list of names, or of objects with one property each, as an object. */
  private @Nullable JsonNode toMap(JsonNode list) {
    boolean schemas = location.valueType() == ValueType.SCHEMA_MAP;
    ObjectNode map = withLine(JsonNodes.object());
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      boolean single = item.isObject() && item.size() == 1;
      if (!single && !(schemas && item.isTextual())) {
        return null;
      }
      String name = single ? item.fieldNames().next() : item.textValue();
      if (map.has(name)) {
        return null;
      }
      map.set(name, single ? item.get(name) : withLine(JsonNodes.object()));
      lines.recordKey(map, name, lines.lineOf(list, i));
    }
    return map;
  }

  private JsonNode toList(JsonNode value) {
    ArrayNode list = withLine(JsonNodes.array());
    list.add(value);
    lines.recordItem(list, location.location().line());
    return list;
  }

  private ObjectNode withLine(ObjectNode node) {
    lines.recordStart(node, location.location().line());
    return node;
  }

  private ArrayNode withLine(ArrayNode node) {
    lines.recordStart(node, location.location().line());
    return node;
  }
}

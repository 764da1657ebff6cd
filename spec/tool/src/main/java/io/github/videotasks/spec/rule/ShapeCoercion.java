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

/** Gives a value the form that it was meant to have, where that is plain to see. */
final class ShapeCoercion {
  private static final Map<String, Boolean> BOOLEANS =
      Map.of("true", true, "yes", true, "false", false, "no", false);

  private final LineNumbers lines;
  private final ValueLocation location;

  /**
   * Prepares to repair one value.
   *
   * @param lines takes the lines of what is made anew
   * @param slot where the value stands
   */
  ShapeCoercion(LineNumbers lines, ValueLocation slot) {
    this.lines = lines;
    this.location = slot;
  }

  /** Gives what is meant; null when that cannot be told. */
  @Nullable JsonNode coerce(JsonNode value) {
    return switch (location.form()) {
      case BOOLEAN -> toBoolean(value);
      case NON_NEGATIVE_INTEGER, NUMBER -> toNumber(location.form(), value);
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

  private static @Nullable JsonNode toNumber(ValueType form, JsonNode value) {
    String text = value.asText().strip();
    if (!value.isTextual() || !text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,20})?")) {
      return null;
    }
    JsonNode number =
        text.contains(".")
            ? new LexemeNode(text)
            : JsonNodes.array().add(Long.parseLong(text)).get(0);
    return form.matches(number) ? number : null;
  }

  private @Nullable JsonNode toSchema(JsonNode value) {
    if (value.isNull() || value.asText().equals("true")) {
      return withLine(JsonNodes.object());
    }
    boolean type = value.isTextual() && TypeAliases.resolve(value.textValue()) != null;
    return type ? withLine(JsonNodes.object().put("type", value.textValue())) : null;
  }

  /** An operation that says nothing at all is one all the same; a server may be its address. */
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

  /** Reads a list of names, or of objects of one member each, as an object. */
  private @Nullable JsonNode toMap(JsonNode list) {
    boolean schemas = location.form() == ValueType.SCHEMA_MAP;
    ObjectNode map = withLine(JsonNodes.object());
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      boolean one = item.isObject() && item.size() == 1;
      if (!one && !(schemas && item.isTextual())) {
        return null;
      }
      String name = one ? item.fieldNames().next() : item.textValue();
      if (map.has(name)) {
        return null;
      }
      map.set(name, one ? item.get(name) : withLine(JsonNodes.object()));
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

package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.Form;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.LexemeNode;
import io.github.videotasks.spec.tree.Lines;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a value the form that it was meant to have, where that is plain to see. */
final class MeantForm {
  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "yes", true, "false", false, "no", false);

  private final Lines lines;
  private final Slot slot;

  /**
   * Prepares to repair one value.
   *
   * @param lines takes the lines of what is made anew
   * @param slot where the value stands
   */
  MeantForm(Lines lines, Slot slot) {
    this.lines = lines;
    this.slot = slot;
  }

  /** Gives what is meant; null when that cannot be told. */
  @Nullable JsonNode of(JsonNode value) {
    return switch (slot.form()) {
      case FLAG -> flag(value);
      case COUNT, NUMBER -> number(slot.form(), value);
      case LIST -> value.isValueNode() ? listOf(value) : null;
      case TEXTS -> value.isValueNode() && !value.isBoolean() ? listOf(value) : null;
      case OBJECTS -> objects(value);
      case SCHEMAS -> value.isObject() ? listOf(value) : null;
      case SCHEMA -> schema(value);
      case MAP, SCHEMA_MAP -> value.isArray() ? byName(value) : null;
      case OBJECT -> object(value);
      case TEXT, ANY -> null;
    };
  }

  private static @Nullable JsonNode flag(JsonNode value) {
    Boolean flag = FLAGS.get(value.asText().strip().toLowerCase(Locale.ROOT));
    return flag == null || !value.isTextual() ? null : BooleanNode.valueOf(flag);
  }

  private static @Nullable JsonNode number(Form form, JsonNode value) {
    String text = value.asText().strip();
    if (!value.isTextual() || !text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,20})?")) {
      return null;
    }
    JsonNode number =
        text.contains(".") ? new LexemeNode(text) : Json.array().add(Long.parseLong(text)).get(0);
    return form.admits(number) ? number : null;
  }

  private @Nullable JsonNode schema(JsonNode value) {
    if (value.isNull() || value.asText().equals("true")) {
      return made(Json.object());
    }
    boolean type = value.isTextual() && TypeWords.meant(value.textValue()) != null;
    return type ? made(Json.object().put("type", value.textValue())) : null;
  }

  /** An operation that says nothing at all is one all the same; a server may be its address. */
  private @Nullable JsonNode object(JsonNode value) {
    if (value.isNull() && !slot.item() && !slot.name().startsWith("/")) {
      return made(Json.object());
    }
    if (slot.item() && slot.name().equals("security") && value.isTextual()) {
      ObjectNode requirement = made(Json.object());
      requirement.putArray(value.textValue());
      return requirement;
    }
    boolean server = slot.item() && slot.name().equals("servers") && value.isTextual();
    return server ? made(Json.object().put("url", value.textValue())) : null;
  }

  private @Nullable JsonNode objects(JsonNode value) {
    if (slot.name().equals("servers") && value.isTextual()) {
      return listOf(made(Json.object().put("url", value.textValue())));
    }
    if (!value.isObject()) {
      return null;
    }
    return slot.name().equals("parameters") && !value.has("name") ? named(value) : listOf(value);
  }

  /** Reads {@code {id: {in: query}}} as a list of parameters. */
  private @Nullable JsonNode named(JsonNode map) {
    ArrayNode list = made(Json.array());
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      if (!(entry.getValue() instanceof ObjectNode parameter)) {
        return null;
      }
      if (!parameter.has("name") && !parameter.has("$ref")) {
        parameter.put("name", entry.getKey());
      }
      list.add(parameter);
      lines.item(list, lines.of(map, entry.getKey()));
    }
    return list;
  }

  /** Reads a list of names, or of objects of one member each, as an object. */
  private @Nullable JsonNode byName(JsonNode list) {
    boolean schemas = slot.form() == Form.SCHEMA_MAP;
    ObjectNode map = made(Json.object());
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
      map.set(name, one ? item.get(name) : made(Json.object()));
      lines.field(map, name, lines.of(list, i));
    }
    return map;
  }

  private JsonNode listOf(JsonNode value) {
    ArrayNode list = made(Json.array());
    list.add(value);
    lines.item(list, slot.place().line());
    return list;
  }

  private ObjectNode made(ObjectNode node) {
    lines.start(node, slot.place().line());
    return node;
  }

  private ArrayNode made(ArrayNode node) {
    lines.start(node, slot.place().line());
    return node;
  }
}

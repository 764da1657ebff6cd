package io.github.videotasks.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.client.JsonModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the typed accessors give at a JSON pointer of wire names. */
final class Typed {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Typed() {}

  static JsonNode at(JsonModel model, String pointer) {
    Object value = model;
    for (String step : pointer.substring(1).split("/", -1)) {
      value = step(value, step);
    }
    // Through text, as YAML and Java differ in which Java type holds a small number.
    return Json.tree(MAPPER.valueToTree(value).toString());
  }

  private static @Nullable Object step(@Nullable Object value, String step) {
    if (value instanceof List<?> list) {
      return list.get(Integer.parseInt(step));
    }
    if (value == null) {
      return null;
    }
    try {
      return value.getClass().getMethod(accessor(step)).invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no accessor for " + step + " in " + value.getClass(), e);
    }
  }

  private static String accessor(String wireName) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wireName.length(); i++) {
      char c = wireName.charAt(i);
      out.append(c == '_' ? Character.toUpperCase(wireName.charAt(++i)) : c);
    }
    return out.toString();
  }
}

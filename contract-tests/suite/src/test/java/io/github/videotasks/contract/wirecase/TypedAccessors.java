package io.github.videotasks.contract.wirecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.client.runtime.JsonModel;
import io.github.videotasks.contract.consumer.ExactJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the typed accessors of a model, selected by a JSON pointer of property names. */
final class TypedAccessors {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TypedAccessors() {}

  static JsonNode valueAt(JsonModel model, String pointer) {
    Object value = model;
    for (String step : pointer.substring(1).split("/", -1)) {
      value = resolve(value, step);
    }
    // Via text, because YAML and Java represent a small number by different Java types.
    return ExactJson.read(MAPPER.valueToTree(value).toString());
  }

  private static @Nullable Object resolve(@Nullable Object value, String step) {
    if (value instanceof List<?> list) {
      return list.get(Integer.parseInt(step));
    }
    if (value == null) {
      return null;
    }
    try {
      return value.getClass().getMethod(accessorName(step)).invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "expected an accessor for " + step + " in " + value.getClass() + ", cannot call it", e);
    }
  }

  private static String accessorName(String wireName) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wireName.length(); i++) {
      char c = wireName.charAt(i);
      out.append(c == '_' ? Character.toUpperCase(wireName.charAt(++i)) : c);
    }
    return out.toString();
  }
}

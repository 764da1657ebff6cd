package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the properties of a JSON object into a {@link ModelContent}. Of several properties with the
 * same name the last value is kept, at the position of the first. The reader is stateless, which
 * saves one allocation for each object of a response.
 */
final class ModelContentReader {
  private ModelContentReader() {}

  static ModelContent read(ModelAdapter<?> adapter, Utf8JsonReader input)
      throws JsonEncodingException {
    ModelContent content = new ModelContent(adapter);
    if (input.beginContainer('}')) {
      do {
        int index = input.selectName(adapter.propertyNames, PropertyOrder.predictNext(content));
        if (index < 0) {
          putAdditional(content, input.readName(), input.readValue(input.peek()));
        } else {
          putDeclared(content, index, adapter.properties[index].type.read(input, input.peek()));
        }
      } while (input.moveNext('}'));
    }
    PropertyOrder.finish(content);
    return content;
  }

  static ModelContent fromProperties(ModelAdapter<?> adapter, Map<String, JsonValue> properties) {
    ModelContent content = new ModelContent(adapter);
    for (Map.Entry<String, JsonValue> each : properties.entrySet()) {
      int index = adapter.propertyIndex(each.getKey());
      if (index < 0) {
        putAdditional(content, each.getKey(), each.getValue());
      } else {
        putDeclared(content, index, adapter.properties[index].type.fromJson(each.getValue()));
      }
    }
    PropertyOrder.finish(content);
    return content;
  }

  private static void putDeclared(ModelContent content, int index, Object slot) {
    if (content.slots[index] == null) {
      PropertyOrder.append(content, index);
    }
    content.slots[index] = slot;
  }

  private static void putAdditional(ModelContent content, String name, JsonValue value) {
    if (content.additionalProperties.isEmpty()) {
      content.additionalProperties = new LinkedHashMap<>();
    }
    if (content.additionalProperties.put(name, value) == null) {
      PropertyOrder.append(content, ModelContent.ADDITIONAL);
    }
  }
}

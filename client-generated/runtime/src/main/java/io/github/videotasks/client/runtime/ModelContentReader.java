package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills a content with the members as they come. Of members with one name the last counts, at the
 * place of the first. It has no state of its own: one object less for each object of an answer.
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

  static ModelContent fromProperties(ModelAdapter<?> adapter, Map<String, JsonValue> members) {
    ModelContent content = new ModelContent(adapter);
    for (Map.Entry<String, JsonValue> each : members.entrySet()) {
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

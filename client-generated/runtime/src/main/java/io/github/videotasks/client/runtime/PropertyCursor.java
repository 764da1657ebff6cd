package io.github.videotasks.client.runtime;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Iterates over the present properties of a model in their order. */
final class PropertyCursor {
  private final ModelContent content;
  private final Iterator<Map.Entry<String, JsonValue>> additionalProperties;
  private int position;
  private int index;
  private Map.@Nullable Entry<String, JsonValue> additionalProperty;

  PropertyCursor(ModelContent content) {
    this.content = content;
    this.additionalProperties = content.additionalProperties.entrySet().iterator();
  }

  boolean next() {
    if (position == content.order.length) {
      return false;
    }
    index = content.order[position++];
    additionalProperty = index == ModelContent.ADDITIONAL ? additionalProperties.next() : null;
    return true;
  }

  String name() {
    return additionalProperty == null
        ? content.adapter.properties[index].name
        : additionalProperty.getKey();
  }

  JsonValue jsonValue() {
    return additionalProperty == null
        ? property().type.toJson(slot())
        : additionalProperty.getValue();
  }

  /** Writes name, colon and value. */
  void write(Utf8JsonWriter out) {
    if (additionalProperty == null) {
      ModelProperty<?> property = property();
      property.type.write(out.put(property.quotedName), slot());
    } else {
      out.writeString(additionalProperty.getKey());
      out.put(':').writeValue(additionalProperty.getValue());
    }
  }

  /** Returns the name for logs, masked and shortened. */
  String maskedName() {
    return LogMasking.maskAndTruncate(name());
  }

  /** Returns the value for logs, masked and shortened. */
  String maskedValue() {
    Object value = additionalProperty == null ? slot() : additionalProperty.getValue();
    if (value instanceof JsonModel || value instanceof JsonValue) {
      return value.toString();
    }
    return value instanceof String text ? LogMasking.maskAndTruncate(text) : jsonValue().toString();
  }

  private ModelProperty<?> property() {
    return content.adapter.properties[index];
  }

  private Object slot() {
    Object slot = content.slots[index];
    if (slot == null) {
      throw new IllegalStateException("expected a property at index " + index + ", found none");
    }
    return slot;
  }
}

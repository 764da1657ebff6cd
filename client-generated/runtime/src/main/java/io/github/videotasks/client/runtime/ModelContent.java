package io.github.videotasks.client.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Property values of a model: a slot for each declared property (null if absent, {@link
 * JsonValue#NULL} for the JSON null), the additional properties, and the order in which all of them
 * were read. Generated models only pass it on to their base class. It is not changed after a model
 * was created with it.
 */
public final class ModelContent {
  /** Entry of {@link #order} that refers to the next additional property. */
  static final int ADDITIONAL = -1;

  final ModelAdapter<?> adapter;
  final @Nullable Object[] slots;
  Map<String, JsonValue> additionalProperties = Map.of();

  /** See {@link PropertyOrder}. */
  short[] order;

  boolean orderIsShared = true;

  /** The JSON object that this was created from, reused by {@link #toJson}; null if none. */
  @Nullable JsonValue source;

  /** Number of properties that are present. */
  int propertyCount;

  ModelContent(ModelAdapter<?> adapter) {
    this.adapter = adapter;
    this.slots = new Object[adapter.properties.length];
    this.order = adapter.lastOrder;
  }

  /** Writes the JSON object with its properties in their order. */
  void write(Utf8JsonWriter out) {
    char separator = '{';
    PropertyCursor cursor = new PropertyCursor(this);
    while (cursor.next()) {
      cursor.write(out.put(separator));
      separator = ',';
    }
    out.closeContainer(separator, '{', '}');
  }

  JsonValue toJson() {
    JsonValue known = source;
    if (known != null) {
      return known;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    PropertyCursor cursor = new PropertyCursor(this);
    while (cursor.next()) {
      properties.put(cursor.name(), cursor.jsonValue());
    }
    return JsonValue.of(properties);
  }

  void mismatches(String path, List<String> out) {
    for (int i = 0; i < slots.length; i++) {
      Object slot = slots[i];
      ModelProperty<?> property = adapter.properties[i];
      if (slot == null) {
        if (property.required) {
          out.add(
              path
                  + "."
                  + property.name
                  + ": expected "
                  + property.type.expectedType()
                  + ", found absent");
        }
      } else if (slot != JsonValue.NULL || !property.nullable) {
        property.type.mismatches(path + "." + property.name, slot, out);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModelContent that
        && adapter == that.adapter
        && Arrays.equals(slots, that.slots)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(slots) + additionalProperties.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(adapter.name);
    String separator = "{";
    PropertyCursor cursor = new PropertyCursor(this);
    while (cursor.next()) {
      out.append(separator).append(cursor.maskedName()).append('=').append(cursor.maskedValue());
      separator = ", ";
    }
    return out.append(separator.equals("{") ? "{}" : "}").toString();
  }
}

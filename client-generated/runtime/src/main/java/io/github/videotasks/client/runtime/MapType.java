package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code type: object} with {@code additionalProperties} and without declared
 * properties. The slot is the map of the properties' slots.
 *
 * @param <E> Java type of the properties' values
 */
final class MapType<E> extends PropertyType<Map<String, E>> {
  private final PropertyType<E> valueType;

  MapType(PropertyType<E> value) {
    this.valueType = value;
  }

  @Override
  Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    if (first != '{') {
      return input.readValue(first);
    }
    if (!input.beginContainer('}')) {
      return Map.of();
    }
    Map<String, Object> slots = new LinkedHashMap<>();
    do {
      slots.put(input.readName(), valueType.read(input, input.peek()));
    } while (input.moveNext('}'));
    return slots;
  }

  @Override
  void write(Utf8JsonWriter out, Object slot) {
    Map<String, Object> slots = asSlots(slot);
    if (slots == null) {
      out.writeValue((JsonValue) slot);
      return;
    }
    char separator = '{';
    for (Map.Entry<String, Object> each : slots.entrySet()) {
      out.put(separator).writeString(each.getKey());
      valueType.write(out.put(':'), each.getValue());
      separator = ',';
    }
    out.closeContainer(separator, '{', '}');
  }

  @Override
  @Nullable Map<String, E> toJava(Object slot) {
    Map<String, Object> slots = asSlots(slot);
    if (slots == null) {
      return null;
    }
    Map<String, E> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : slots.entrySet()) {
      E java = valueType.toJava(each.getValue());
      if (java == null) {
        return null;
      }
      values.put(each.getKey(), java);
    }
    return Collections.unmodifiableMap(values);
  }

  @Override
  Object fromJava(Map<String, E> values) {
    Map<String, Object> slots = new LinkedHashMap<>();
    for (Map.Entry<String, E> each : values.entrySet()) {
      slots.put(each.getKey(), valueType.fromJava(each.getValue()));
    }
    return slots;
  }

  @Override
  JsonValue toJson(Object slot) {
    Map<String, Object> slots = asSlots(slot);
    if (slots == null) {
      return (JsonValue) slot;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : slots.entrySet()) {
      properties.put(each.getKey(), valueType.toJson(each.getValue()));
    }
    return JsonValue.of(properties);
  }

  @Override
  Object fromJson(JsonValue json) {
    if (json.kind() != JsonValue.Kind.OBJECT) {
      return json;
    }
    Map<String, Object> slots = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> each : json.properties().entrySet()) {
      slots.put(each.getKey(), valueType.fromJson(each.getValue()));
    }
    return slots;
  }

  @Override
  String expectedType() {
    return "object";
  }

  @Override
  void mismatches(String path, Object slot, List<String> out) {
    Map<String, Object> slots = asSlots(slot);
    if (slots == null) {
      super.mismatches(path, slot, out);
      return;
    }
    for (Map.Entry<String, Object> each : slots.entrySet()) {
      // A key of any length would otherwise be repeated in each message below it.
      String key = LogMasking.maskAndTruncate(each.getKey());
      valueType.mismatches(path + "." + key, each.getValue(), out);
    }
  }

  @SuppressWarnings("unchecked") // only read, fromJava and fromJson create slots that are maps
  private static @Nullable Map<String, Object> asSlots(Object slot) {
    return slot instanceof Map<?, ?> slots ? (Map<String, Object>) slots : null;
  }
}

package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code type: array}. The slot is the list of the elements' slots.
 *
 * @param <E> the elements' Java type
 */
final class ListType<E> extends PropertyType<List<E>> {
  /**
   * Most lists of a response have at most two elements; the default capacity of ten would waste
   * memory in each of them.
   */
  private static final int INITIAL_CAPACITY = 2;

  private final PropertyType<E> element;

  ListType(PropertyType<E> element) {
    this.element = element;
  }

  @Override
  Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    if (first != '[') {
      return input.readValue(first);
    }
    if (!input.beginContainer(']')) {
      return List.of();
    }
    List<Object> slots = new ArrayList<>(INITIAL_CAPACITY);
    do {
      slots.add(element.read(input, input.peek()));
    } while (input.moveNext(']'));
    return slots;
  }

  @Override
  void write(Utf8JsonWriter out, Object slot) {
    if (!(slot instanceof List<?> slots)) {
      out.writeValue((JsonValue) slot);
      return;
    }
    char separator = '[';
    for (Object each : slots) {
      element.write(out.put(separator), each);
      separator = ',';
    }
    out.closeContainer(separator, '[', ']');
  }

  @Override
  @Nullable List<E> toJava(Object slot) {
    if (!(slot instanceof List<?> slots)) {
      return null;
    }
    List<E> values = new ArrayList<>(slots.size());
    for (Object each : slots) {
      E value = element.toJava(each);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  Object fromJava(List<E> values) {
    List<Object> slots = new ArrayList<>(values.size());
    for (E value : values) {
      slots.add(element.fromJava(value));
    }
    return slots;
  }

  @Override
  JsonValue toJson(Object slot) {
    if (!(slot instanceof List<?> slots)) {
      return (JsonValue) slot;
    }
    List<JsonValue> elements = new ArrayList<>(slots.size());
    for (Object each : slots) {
      elements.add(element.toJson(each));
    }
    return JsonValue.of(elements);
  }

  @Override
  Object fromJson(JsonValue value) {
    if (value.kind() != JsonValue.Kind.ARRAY) {
      return value;
    }
    List<Object> slots = new ArrayList<>(value.elements().size());
    for (JsonValue each : value.elements()) {
      slots.add(element.fromJson(each));
    }
    return slots;
  }

  @Override
  String expectedType() {
    return "array";
  }

  @Override
  void mismatches(String path, Object slot, List<String> out) {
    if (!(slot instanceof List<?> slots)) {
      super.mismatches(path, slot, out);
      return;
    }
    for (int i = 0; i < slots.size(); i++) {
      element.mismatches(path + "[" + i + "]", slots.get(i), out);
    }
  }
}

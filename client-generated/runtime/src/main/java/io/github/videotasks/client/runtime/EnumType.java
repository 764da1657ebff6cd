package io.github.videotasks.client.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code enum}. A value that the contract does not declare is kept; its Java value
 * is null.
 *
 * @param <E> the Java type
 */
final class EnumType<E extends JsonEnum> extends ScalarType<E> {
  private final Map<String, E> values = new LinkedHashMap<>();

  EnumType(JsonValue.Kind kind, String jsonType, List<E> values) {
    super(kind, jsonType + " of the enum");
    for (E value : values) {
      this.values.put(value.value(), value);
    }
  }

  @Override
  @Nullable E parse(String text) {
    return values.get(text);
  }

  @Override
  String format(E value) {
    return value.value();
  }
}

package io.github.videotasks.client.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model holds: for each declared member a slot (null if absent, {@link JsonValue#NULL} if
 * null), what is not declared, and the order in which they came. Only the generated models pass it
 * on. Immutable once a model has it.
 */
public final class ModelContent {
  /** In {@link #order}, the place of the next undeclared member. */
  static final int ADDITIONAL = -1;

  final ModelAdapter<?> adapter;
  final @Nullable Object[] slots;
  Map<String, JsonValue> additionalProperties = Map.of();

  /** See {@link PropertyOrder}. */
  short[] order;

  boolean orderIsShared = true;

  /** How many members there are. */
  int propertyCount;

  ModelContent(ModelAdapter<?> adapter) {
    this.adapter = adapter;
    this.slots = new Object[adapter.properties.length];
    this.order = adapter.lastOrder;
  }

  /** Writes the members in their order. */
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    PropertyCursor cursor = new PropertyCursor(this);
    while (cursor.next()) {
      members.put(cursor.name(), cursor.jsonValue());
    }
    return JsonValue.of(members);
  }

  void mismatches(String path, List<String> out) {
    for (int i = 0; i < slots.length; i++) {
      Object slot = slots[i];
      ModelProperty<?> member = adapter.properties[i];
      if (slot == null) {
        if (member.required) {
          out.add(
              path
                  + "."
                  + member.name
                  + ": expected "
                  + member.type.expectedType()
                  + ", was absent");
        }
      } else if (slot != JsonValue.NULL || member.required) {
        member.type.mismatches(path + "." + member.name, slot, out);
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

package io.github.videotasks.client.runtime;

import java.nio.charset.StandardCharsets;

/**
 * A member that the contract declares for a model.
 *
 * @param <V> its Java type
 */
public final class ModelProperty<V> {
  final String name;

  /** As JSON, with its colon. */
  final byte[] quotedName;

  final PropertyType<V> type;
  final boolean required;

  private ModelProperty(String name, PropertyType<V> type, boolean required) {
    this.name = name;
    this.quotedName = (JsonValue.of(name).json() + ":").getBytes(StandardCharsets.UTF_8);
    this.type = type;
    this.required = required;
  }

  /** A member that an answer may leave out. */
  public static <V> ModelProperty<V> optional(String name, PropertyType<V> type) {
    return new ModelProperty<>(name, type, false);
  }

  /** A member whose absence {@link JsonModel#mismatches()} reports. */
  public static <V> ModelProperty<V> required(String name, PropertyType<V> type) {
    return new ModelProperty<>(name, type, true);
  }

  /** The name in JSON. */
  public String name() {
    return name;
  }
}

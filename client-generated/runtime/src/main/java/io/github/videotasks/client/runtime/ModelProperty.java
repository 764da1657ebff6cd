package io.github.videotasks.client.runtime;

import java.nio.charset.StandardCharsets;

/**
 * Property that the contract declares for a model: name, type and whether it is required.
 *
 * @param <V> Java type of its value
 */
public final class ModelProperty<V> {
  final String name;

  /** The name as JSON text in quotes, followed by a colon. */
  final byte[] quotedName;

  final PropertyType<V> type;
  final boolean required;

  /** Whether null fits the declaration. */
  final boolean nullable;

  private ModelProperty(String name, PropertyType<V> type, boolean required, boolean nullable) {
    this.name = name;
    this.quotedName = (JsonValue.of(name).json() + ":").getBytes(StandardCharsets.UTF_8);
    this.type = type;
    this.required = required;
    this.nullable = nullable;
  }

  /**
   * Declares a property that may be absent.
   *
   * @param <V> Java type of the value
   * @param name name in JSON
   * @param type reads the value
   * @return the declaration; null fits it like an absent value
   */
  public static <V> ModelProperty<V> optional(String name, PropertyType<V> type) {
    return new ModelProperty<>(name, type, false, true);
  }

  /**
   * Declares a property whose absence, or null, {@link JsonModel#mismatches()} reports.
   *
   * @param <V> Java type of the value
   * @param name name in JSON
   * @param type reads the value
   * @return the declaration
   */
  public static <V> ModelProperty<V> required(String name, PropertyType<V> type) {
    return new ModelProperty<>(name, type, true, false);
  }

  /**
   * Declares a property that must be present and may be null.
   *
   * @param <V> Java type of the value
   * @param name name in JSON
   * @param type reads the value
   * @return the declaration
   */
  public static <V> ModelProperty<V> requiredOrNull(String name, PropertyType<V> type) {
    return new ModelProperty<>(name, type, true, true);
  }

  /** {@return the name in JSON} */
  public String name() {
    return name;
  }
}

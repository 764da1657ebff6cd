package io.github.videotasks.client.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builder of a model, the base class of all generated builders. A setter called with null sets the
 * JSON null; {@link #removeProperty} omits the property.
 *
 * @param <B> class of the generated builder
 */
public abstract class ModelBuilder<B extends ModelBuilder<B>> {
  private final ModelAdapter<?> adapter;
  private final Map<String, JsonValue> properties;

  /**
   * Creates a builder that starts with an empty object.
   *
   * @param adapter adapter of the model
   */
  protected ModelBuilder(ModelAdapter<?> adapter) {
    this.adapter = adapter;
    this.properties = new LinkedHashMap<>();
  }

  /**
   * Creates a builder that starts with the properties of a model.
   *
   * @param origin the model; it is not changed
   */
  protected ModelBuilder(JsonModel origin) {
    this.adapter = origin.content.adapter;
    this.properties = new LinkedHashMap<>(origin.toJson().properties());
  }

  /**
   * Sets a property to a raw value. The value is not checked against the contract.
   *
   * @param name JSON name of a declared or an additional property
   * @param value any value, {@link JsonValue#NULL} for the JSON null
   * @return this builder
   */
  public final B property(String name, JsonValue value) {
    properties.put(name, value);
    return self();
  }

  /**
   * Omits a property from the object.
   *
   * @param name JSON name of a declared or an additional property
   * @return this builder
   */
  public final B removeProperty(String name) {
    properties.remove(name);
    return self();
  }

  /**
   * Sets a declared property. Called by the generated setters only.
   *
   * @param index position of the property in the constructor call of the adapter
   * @param value the value; null sets the JSON null
   * @param <V> the type that the adapter declares for this property
   * @return this builder
   */
  @SuppressWarnings("unchecked") // setter and adapter are generated together
  protected final <V> B set(int index, @Nullable V value) {
    ModelProperty<V> property = (ModelProperty<V>) adapter.properties[index];
    JsonValue json =
        value == null ? JsonValue.NULL : property.type.toJson(property.type.fromJava(value));
    return property(property.name, json);
  }

  /** {@return the properties that are set, as the content of a new model} */
  protected final ModelContent content() {
    return ModelContentReader.fromProperties(adapter, properties);
  }

  @SuppressWarnings("unchecked") // B is the class of this object
  private B self() {
    return (B) this;
  }
}

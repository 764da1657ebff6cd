package io.github.videotasks.client.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a model. A setter that is given null writes the JSON null; {@link #removeProperty} leaves
 * the member out.
 *
 * @param <B> the builder
 */
public abstract class ModelBuilder<B extends ModelBuilder<B>> {
  private final ModelAdapter<?> adapter;
  private final Map<String, JsonValue> properties;

  /** An empty object. */
  protected ModelBuilder(ModelAdapter<?> adapter) {
    this.adapter = adapter;
    this.properties = new LinkedHashMap<>();
  }

  /** An object with the members of this one. */
  protected ModelBuilder(JsonModel origin) {
    this.adapter = origin.content.adapter;
    this.properties = new LinkedHashMap<>(origin.toJson().properties());
  }

  /** Sets any member, declared or not, to any value, of its declared type or not. */
  public final B property(String name, JsonValue value) {
    properties.put(name, value);
    return self();
  }

  /** Leaves a member out. */
  public final B removeProperty(String name) {
    properties.remove(name);
    return self();
  }

  /** Sets the declared member at an index. */
  @SuppressWarnings("unchecked") // setter and adapter are generated together
  protected final <V> B set(int index, @Nullable V value) {
    ModelProperty<V> member = (ModelProperty<V>) adapter.properties[index];
    JsonValue json =
        value == null ? JsonValue.NULL : member.type.toJson(member.type.fromJava(value));
    return property(member.name, json);
  }

  /** What has been set. */
  protected final ModelContent content() {
    return ModelContentReader.fromProperties(adapter, properties);
  }

  @SuppressWarnings("unchecked") // B is the class of this object
  private B self() {
    return (B) this;
  }
}

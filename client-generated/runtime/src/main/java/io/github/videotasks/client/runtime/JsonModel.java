package io.github.videotasks.client.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable JSON object of the contract, the base class of all generated models. A model declares
 * typed accessors; an accessor returns null if the property is absent, null, or not of its declared
 * type. No data are lost: {@link #property} returns the raw value of every property, {@link
 * #additionalProperties} the properties that the contract does not declare, {@link #mismatches} the
 * deviations from the contract, and a model is written with the values and in the order in which it
 * was read.
 *
 * <p>Two models are equal if they are of the same class and their JSON trees are equal; the order
 * of properties is ignored.
 */
public abstract class JsonModel {
  final ModelContent content;

  /**
   * Creates a model. Called by the generated models only.
   *
   * @param content the properties
   */
  protected JsonModel(ModelContent content) {
    this.content = content;
  }

  /**
   * Returns the properties that the contract does not declare.
   *
   * @return an unmodifiable map from property name to raw value, in the order in which the
   *     properties were read
   */
  public final Map<String, JsonValue> additionalProperties() {
    return Collections.unmodifiableMap(content.additionalProperties);
  }

  /**
   * Returns whether a property is present with the value null.
   *
   * @param name JSON name of a declared or an additional property
   * @return false if the property is absent or has another value
   */
  public final boolean isNull(String name) {
    return JsonValue.NULL.equals(property(name));
  }

  /**
   * Returns the raw value of a property.
   *
   * @param name JSON name of a declared or an additional property
   * @return the value, {@link JsonValue#NULL} for the JSON null; null if the property is absent
   */
  public final @Nullable JsonValue property(String name) {
    int index = content.adapter.propertyIndex(name);
    if (index < 0) {
      return content.additionalProperties.get(name);
    }
    Object slot = content.slots[index];
    return slot == null ? null : content.adapter.properties[index].type.toJson(slot);
  }

  /**
   * Returns the deviations from the contract in this model and in the models below it, such as
   * {@code $.detail: expected object, found string}. Includes required properties that are absent
   * or null.
   *
   * @return an unmodifiable list, empty if the model conforms to the contract
   */
  public final List<String> mismatches() {
    List<String> out = new ArrayList<>();
    content.mismatches("$", out);
    return Collections.unmodifiableList(out);
  }

  /**
   * Returns this model as a raw JSON object.
   *
   * @return a value of kind {@link JsonValue.Kind#OBJECT}
   */
  public final JsonValue toJson() {
    return content.toJson();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof JsonModel that && content.equals(that.content);
  }

  @Override
  public final int hashCode() {
    return content.hashCode();
  }

  /**
   * Returns a text for logs. It masks the query and user of every URL, parameters with a secret
   * such as {@code sig} and {@code token}, the text after {@code Bearer} and words that begin with
   * {@code sk-}, and shortens long texts. Other secrets remain.
   */
  @Override
  public final String toString() {
    return content.toString();
  }

  /**
   * Returns the value of a declared property. Called by the generated accessors only.
   *
   * @param index position of the property in the constructor call of the adapter
   * @param <V> the type that the adapter declares for this property
   * @return null if the property is absent, null or of another type
   */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // accessor and adapter are generated together
  protected final <V> @Nullable V value(int index) {
    Object slot = content.slots[index];
    return slot == null || slot == JsonValue.NULL
        ? null
        : (V) content.adapter.properties[index].type.toJava(slot);
  }
}

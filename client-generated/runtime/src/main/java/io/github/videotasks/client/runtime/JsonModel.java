package io.github.videotasks.client.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object of the contract. The models declare typed accessors; an accessor returns
 * null if the member is absent, null, or not of its declared type. Nothing is lost: {@link
 * #property} has the raw value of every member, {@link #additionalProperties} what the contract
 * does not declare, {@link #mismatches} what is not as declared, and a model is written as it was
 * read, in the order it was read.
 *
 * <p>Two models are equal when they are of one class and their JSON trees are equal; the order of
 * members does not count.
 */
public abstract class JsonModel {
  final ModelContent content;

  /** For the generated models. */
  protected JsonModel(ModelContent content) {
    this.content = content;
  }

  /** The members that the contract does not declare, in the order they came. Unmodifiable. */
  public final Map<String, JsonValue> additionalProperties() {
    return Collections.unmodifiableMap(content.additionalProperties);
  }

  /** Whether the member, declared or not, is there and is the JSON null. */
  public final boolean isNull(String name) {
    return JsonValue.NULL.equals(property(name));
  }

  /** The raw value of a member, declared or not; null if it is absent. */
  public final @Nullable JsonValue property(String name) {
    int index = content.adapter.propertyIndex(name);
    if (index < 0) {
      return content.additionalProperties.get(name);
    }
    Object slot = content.slots[index];
    return slot == null ? null : content.adapter.properties[index].type.toJson(slot);
  }

  /**
   * What is not as the contract declares, here and in the models below, such as {@code $.detail:
   * expected object, was string}; also required members that are absent or null. Empty if all is as
   * declared.
   */
  public final List<String> mismatches() {
    List<String> out = new ArrayList<>();
    content.mismatches("$", out);
    return Collections.unmodifiableList(out);
  }

  /** The whole as a raw JSON object. */
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

  /** For people: signed addresses are masked and long texts shortened. */
  @Override
  public final String toString() {
    return content.toString();
  }

  /** The value of the declared member at an index, of the type that the adapter declares for it. */
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

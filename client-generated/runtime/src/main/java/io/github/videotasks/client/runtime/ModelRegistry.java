package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moshi factory for the adapters of all models of one contract and of {@link JsonValue}.
 *
 * <p>The generated subclass lists the models, so an adapter is found without reflection. The
 * subclass is a class instead of a lambda, because each lambda costs startup time.
 */
public abstract class ModelRegistry implements JsonAdapter.Factory {
  private static final JsonAdapter<JsonValue> ANY = new JsonValueAdapter();

  /** Called by the generated subclass only. */
  protected ModelRegistry() {}

  /**
   * Returns the adapter of a model.
   *
   * @param type any type
   * @return null if the type is not a model of this contract
   */
  protected abstract @Nullable ModelAdapter<?> find(Type type);

  @Override
  public final @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) {
      return null;
    }
    return type == JsonValue.class ? ANY : find(type);
  }

  @SuppressWarnings("unchecked") // find returns the adapter of the requested class
  final <M extends JsonModel> ModelAdapter<M> of(Class<M> type) {
    ModelAdapter<?> found = find(type);
    if (found == null) {
      throw new IllegalArgumentException("expected a generated model, found " + type.getName());
    }
    return (ModelAdapter<M>) found;
  }

  /**
   * Reads and writes any JSON value unchanged. The JSON null is {@link JsonValue#NULL}, never null.
   */
  private static final class JsonValueAdapter extends JsonAdapter<JsonValue> {
    @Override
    public JsonValue fromJson(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      return switch (token) {
        case STRING -> JsonValue.of(reader.nextString());
        case NUMBER -> JsonValue.ofNumberText(reader.nextString());
        case BOOLEAN -> JsonValue.of(reader.nextBoolean());
        case NULL -> {
          reader.nextNull();
          yield JsonValue.NULL;
        }
        default -> MoshiBridge.read(reader, input -> input.readValue(input.peek()));
      };
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
      JsonValue json = value == null ? JsonValue.NULL : value;
      Utf8JsonWriter out = new Utf8JsonWriter(64);
      out.writeValue(json);
      MoshiBridge.write(writer, out, () -> json);
    }

    @Override
    public String toString() {
      return "JsonAdapter(JsonValue)";
    }
  }
}

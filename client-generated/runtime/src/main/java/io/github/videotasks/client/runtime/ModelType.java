package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a property whose type is another model. The slot is the model.
 *
 * @param <M> class of the model
 */
final class ModelType<M extends JsonModel> extends PropertyType<M> {
  private final ModelRegistry models;
  private final Class<M> type;
  private @Nullable ModelAdapter<M> adapter;

  ModelType(ModelRegistry models, Class<M> type) {
    this.models = models;
    this.type = type;
  }

  /**
   * Returns the adapter of the model. It is looked up at the first use, because models may contain
   * each other. Two threads may look it up at the same time; both find the same adapter.
   */
  private ModelAdapter<M> adapter() {
    ModelAdapter<M> found = adapter;
    if (found == null) {
      found = models.of(type);
      adapter = found;
    }
    return found;
  }

  @Override
  Object read(Utf8JsonReader input, byte first) throws JsonEncodingException {
    return first == '{' ? adapter().readModel(input) : input.readValue(first);
  }

  @Override
  void write(Utf8JsonWriter out, Object slot) {
    if (slot instanceof JsonModel model) {
      model.content.write(out);
    } else {
      out.writeValue((JsonValue) slot);
    }
  }

  @Override
  @Nullable M toJava(Object slot) {
    return slot instanceof JsonModel ? type.cast(slot) : null;
  }

  @Override
  Object fromJava(M value) {
    return value;
  }

  @Override
  JsonValue toJson(Object slot) {
    return slot instanceof JsonModel model ? model.toJson() : (JsonValue) slot;
  }

  @Override
  Object fromJson(JsonValue value) {
    return value.kind() == JsonValue.Kind.OBJECT ? adapter().fromJson(value) : value;
  }

  @Override
  String expectedType() {
    return "object";
  }

  @Override
  void mismatches(String path, Object slot, List<String> out) {
    if (slot instanceof JsonModel model) {
      model.content.mismatches(path, out);
    } else {
      super.mismatches(path, slot, out);
    }
  }
}

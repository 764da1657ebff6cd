package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Moshi adapter that reads and writes one model in one pass and without reflection. A property that
 * does not match its declared type never fails the response, see {@link JsonModel}. Reading fails
 * if the text is not JSON, ends early or is nested deeper than Moshi's limit (255 levels), or if
 * the value is not an object. The message then contains the JSON path and the number of bytes
 * between the opening brace of the object and the error.
 *
 * <p>{@link #read} is the fast path; reading from a {@link JsonReader} scans the text twice, the
 * first time to find the end of the object. The adapter cannot be made lenient.
 *
 * @param <M> the model
 */
public abstract class ModelAdapter<M extends JsonModel> extends JsonAdapter<M> {
  private static final int MAX_INITIAL_BUFFER_SIZE = 16_384;

  final String name;
  final ModelProperty<?>[] properties;
  final PropertyNameTable propertyNames;

  /** See {@link PropertyOrder}. */
  volatile short[] lastOrder = {};

  /** Size of the last written text in bytes, used as the initial buffer size of the next one. */
  private int lastEncodedSize = 256;

  /**
   * Creates an adapter. Called by the generated adapters only.
   *
   * @param name simple class name of the model, for messages
   * @param properties the declared properties in declared order
   */
  protected ModelAdapter(String name, ModelProperty<?>... properties) {
    this.name = name;
    this.properties = properties.clone();
    String[] wireNames = new String[properties.length];
    for (int i = 0; i < properties.length; i++) {
      wireNames[i] = properties[i].name;
    }
    this.propertyNames = new PropertyNameTable(wireNames);
  }

  /**
   * {@return a model with this content}
   *
   * @param content the properties that were read, undeclared ones included
   */
  protected abstract M create(ModelContent content);

  /**
   * Reads a JSON document that consists of this model.
   *
   * @param source is read to its end and not closed
   * @return the model
   * @throws JsonEncodingException if the text is not JSON, ends early or continues after the object
   * @throws JsonDataException if the value is not an object or is nested deeper than 255 levels
   * @throws IOException if reading the source fails
   */
  public final M read(BufferedSource source) throws IOException {
    return MoshiBridge.read(
        source,
        input -> {
          M model = readModel(input);
          input.expectEndOfDocument();
          return model;
        });
  }

  /**
   * Reads a model.
   *
   * @throws JsonEncodingException if the text is not JSON or ends early
   * @throws JsonDataException if the value is not an object or is nested deeper than 255 levels
   */
  @Override
  public final M fromJson(JsonReader reader) throws IOException {
    try {
      if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
        return MoshiBridge.read(reader, this::readModel);
      }
    } catch (EOFException e) {
      JsonEncodingException early =
          new JsonEncodingException("the JSON text ends early at path " + reader.getPath());
      early.initCause(e);
      throw early;
    }
    throw new JsonDataException(
        "expected an object ("
            + name
            + "), found "
            + reader.peek()
            + " at path "
            + reader.getPath());
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable M model) throws IOException {
    if (model == null) {
      writer.nullValue();
      return;
    }
    Utf8JsonWriter out = new Utf8JsonWriter(lastEncodedSize);
    model.content.write(out);
    lastEncodedSize = Math.min(out.size(), MAX_INITIAL_BUFFER_SIZE);
    MoshiBridge.write(writer, out, model::toJson);
  }

  @Override
  public final String toString() {
    return "ModelAdapter(" + name + ")";
  }

  final M readModel(Utf8JsonReader input) throws JsonEncodingException {
    if (input.peek() != '{') {
      throw input.notAnObject(name);
    }
    return create(ModelContentReader.read(this, input));
  }

  /**
   * {@return the model of a raw JSON object}
   *
   * @param value an object; the model keeps it, undeclared properties included
   * @throws JsonDataException if the value is not an object
   */
  public final M fromJson(JsonValue value) {
    if (value.kind() != JsonValue.Kind.OBJECT) {
      throw new JsonDataException("expected an object (" + name + "), found " + value.kind());
    }
    ModelContent content = ModelContentReader.fromProperties(this, value.properties());
    content.source = value;
    return create(content);
  }

  /** Returns the index of a declared property; -1 if no property of this name is declared. */
  final int propertyIndex(String wireName) {
    return propertyNames.index(wireName);
  }
}

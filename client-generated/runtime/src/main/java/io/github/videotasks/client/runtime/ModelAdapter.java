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
 * Reads and writes one model in one pass and without reflection. One odd member never fails the
 * answer, see {@link JsonModel}. What fails it: text that is no JSON, that ends early or is nested
 * deeper than Moshi goes (255), and another value than an object. What is wrong within the object
 * is said with the path and with the bytes before it, counted from the brace that opens the object.
 * {@link #read} is the fast way; a {@link JsonReader} goes over the text twice, once to find the
 * end of the object. It cannot be made lenient.
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

  /** The size of the last text in bytes: the next will need as much space. */
  private int lastEncodedSize = 256;

  /** Takes the members in declared order. */
  protected ModelAdapter(String name, ModelProperty<?>... members) {
    this.name = name;
    this.properties = members.clone();
    String[] wireNames = new String[members.length];
    for (int i = 0; i < members.length; i++) {
      wireNames[i] = members[i].name;
    }
    this.propertyNames = new PropertyNameTable(wireNames);
  }

  /** The model with this content. */
  protected abstract M create(ModelContent content);

  /**
   * Reads a text that is this model and nothing else.
   *
   * @param source is read to its end and not closed
   * @throws JsonEncodingException if the text is no JSON, ends early or goes on after the object
   * @throws JsonDataException if the value is no object or is nested too deep
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
   * @throws JsonEncodingException if the text is no JSON or ends early
   * @throws JsonDataException if the value is no object or is nested too deep
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
   * The model of a raw JSON object.
   *
   * @throws JsonDataException if the value is no object
   */
  public final M fromJson(JsonValue value) {
    if (value.kind() != JsonValue.Kind.OBJECT) {
      throw new JsonDataException("expected an object (" + name + "), found " + value.kind());
    }
    return create(ModelContentReader.fromProperties(this, value.properties()));
  }

  /** The place of a declared member; -1 if there is none of this name. */
  final int propertyIndex(String memberName) {
    return propertyNames.index(memberName);
  }
}

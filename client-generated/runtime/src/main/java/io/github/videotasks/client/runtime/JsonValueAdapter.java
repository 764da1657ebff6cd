package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes any JSON value unchanged. The JSON null is {@link JsonValue#NULL}, never null.
 */
final class JsonValueAdapter extends JsonAdapter<JsonValue> {
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

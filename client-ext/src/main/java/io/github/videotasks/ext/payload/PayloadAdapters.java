package io.github.videotasks.ext.payload;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moshi adapters for {@link Detail}, {@link PendingInfo} and {@link DraftInfo}, for use with the
 * generated client alone or with other models:
 *
 * <pre>{@code
 * Moshi moshi = ApiClient.moshi().newBuilder().add(PayloadAdapters.FACTORY).build();
 * Detail detail = moshi.adapter(Detail.class).fromJson(text);
 * }</pre>
 *
 * <p>Any JSON value can be read and is written back as an equal JSON tree. JSON null becomes the
 * unknown form, not a Java null. Only a text that is not JSON fails, with Moshi's own exceptions.
 */
public final class PayloadAdapters {

  /** Adapters for {@link Detail}, {@link PendingInfo} and {@link DraftInfo}. */
  public static final JsonAdapter.Factory FACTORY =
      (type, annotations, moshi) -> {
        if (!annotations.isEmpty()) {
          return null;
        }
        if (type == Detail.class) {
          return new PayloadAdapter<>("Detail", Detail::of, Detail::raw);
        }
        if (type == PendingInfo.class) {
          return new PayloadAdapter<>("PendingInfo", PendingInfo::of, PendingInfo::raw);
        }
        return type == DraftInfo.class
            ? new PayloadAdapter<>("DraftInfo", DraftInfo::of, DraftInfo::raw)
            : null;
      };

  private PayloadAdapters() {}

  private static final class PayloadAdapter<T> extends JsonAdapter<T> {

    private static final JsonAdapter<JsonValue> JSON_VALUE =
        ApiClient.moshi().adapter(JsonValue.class);

    private final String name;
    private final Function<JsonValue, T> decode;
    private final Function<T, JsonValue> encode;

    PayloadAdapter(String name, Function<JsonValue, T> of, Function<T, JsonValue> raw) {
      this.name = name;
      this.decode = of;
      this.encode = raw;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      return decode.apply(Objects.requireNonNull(JSON_VALUE.fromJson(reader)));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      JSON_VALUE.toJson(writer, value == null ? JsonValue.NULL : encode.apply(value));
    }

    @Override
    public String toString() {
      return "JsonAdapter(" + name + ")";
    }
  }
}

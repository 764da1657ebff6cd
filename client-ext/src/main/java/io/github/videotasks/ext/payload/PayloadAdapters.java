package io.github.videotasks.ext.payload;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.JsonValue;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The forms of this package as Moshi adapters, for those who use the generated client alone or
 * their own models:
 *
 * <pre>{@code
 * Moshi moshi = ApiClient.moshi().newBuilder().add(PayloadAdapters.FACTORY).build();
 * Detail detail = moshi.adapter(Detail.class).fromJson(text);
 * }</pre>
 *
 * <p>Any JSON value can be read and is written back as an equal tree. JSON null becomes the unknown
 * form, not a Java null. Only text that is not JSON fails, with Moshi's own exceptions.
 */
public final class PayloadAdapters {

  /** Adapters for {@link Detail}, {@link PendingInfo} and {@link DraftInfo}. */
  public static final JsonAdapter.Factory FACTORY =
      (type, annotations, moshi) -> {
        if (!annotations.isEmpty()) {
          return null;
        }
        if (type == Detail.class) {
          return new TreeAdapter<>("Detail", Detail::of, Detail::raw);
        }
        if (type == PendingInfo.class) {
          return new TreeAdapter<>("PendingInfo", PendingInfo::of, PendingInfo::raw);
        }
        return type == DraftInfo.class
            ? new TreeAdapter<>("DraftInfo", DraftInfo::of, DraftInfo::raw)
            : null;
      };

  private PayloadAdapters() {}

  private static final class TreeAdapter<T> extends JsonAdapter<T> {

    private static final JsonAdapter<JsonValue> TREE = ApiClient.moshi().adapter(JsonValue.class);

    private final String name;
    private final Function<JsonValue, T> of;
    private final Function<T, JsonValue> raw;

    TreeAdapter(String name, Function<JsonValue, T> of, Function<T, JsonValue> raw) {
      this.name = name;
      this.of = of;
      this.raw = raw;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
      return of.apply(Objects.requireNonNull(TREE.fromJson(reader)));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      TREE.toJson(writer, value == null ? JsonValue.NULL : raw.apply(value));
    }

    @Override
    public String toString() {
      return "JsonAdapter(" + name + ")";
    }
  }
}

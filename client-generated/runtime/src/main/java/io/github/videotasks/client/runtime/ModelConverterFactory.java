package io.github.videotasks.client.runtime;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Map;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Retrofit converter factory that decodes response bodies into models directly from their bytes,
 * and writes parameters that are objects, times or bytes. Request bodies and all other types are
 * left to the next converter.
 */
public final class ModelConverterFactory extends Converter.Factory {
  private final ModelRegistry models;

  /**
   * Creates a factory for the models of one contract.
   *
   * @param models finds the adapter of a model
   */
  public ModelConverterFactory(ModelRegistry models) {
    this.models = models;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    ModelAdapter<?> adapter = models.find(type);
    return adapter == null ? null : body -> read(adapter, body);
  }

  /**
   * Converts parameters and form fields whose {@code toString} is not what is sent: objects are
   * sent as JSON, times with their seconds, bytes in Base64.
   */
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    boolean json =
        models.find(type) != null || type == JsonValue.class || getRawType(type) == Map.class;
    return json || type == OffsetDateTime.class || type == ByteString.class
        ? ModelConverterFactory::text
        : null;
  }

  private static String text(Object value) {
    String scalar = ParameterText.ofScalar(value);
    return scalar == null ? ParameterText.toJson(value).json() : scalar;
  }

  private static Object read(ModelAdapter<?> adapter, ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      source.select(Utf8JsonReader.BYTE_ORDER_MARK);
      return adapter.read(source);
    }
  }
}

package io.github.videotasks.client.runtime;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Retrofit converter factory that decodes response bodies into models directly from their bytes. It
 * handles methods whose response type is a model; request bodies and all other response types are
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

  private static Object read(ModelAdapter<?> adapter, ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      source.select(Utf8JsonReader.BYTE_ORDER_MARK);
      return adapter.read(source);
    }
  }
}

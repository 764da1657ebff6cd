package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.VideoTask;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Retrofit converter for responses that are a task: opens envelopes, removes the API key and
 * rejects error objects, before the generated adapter decodes the rest. All other types are left to
 * the converters of the generated client.
 */
final class TaskConverterFactory extends Converter.Factory {

  private final ResponseParser parser;

  TaskConverterFactory(ResponseParser parser) {
    this.parser = parser;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == VideoTask.class ? body -> parser.parse(body.source()) : null;
  }
}

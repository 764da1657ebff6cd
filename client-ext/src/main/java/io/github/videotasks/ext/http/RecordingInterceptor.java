package io.github.videotasks.ext.http;

import io.github.videotasks.ext.recording.ExchangeRecorder;
import io.github.videotasks.ext.recording.RecordedExchange;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Hands each response to a recorder, which masks and writes it on another thread. Files are not
 * recorded, and neither is what a request sends.
 *
 * <p>It comes before {@link ResponseLimitInterceptor}, which reads the body.
 */
record RecordingInterceptor(ExchangeRecorder recorder, Secret key, Scheduler scheduler)
    implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpExchange exchange = HttpExchange.of(chain.call().request());
    if (exchange == null) {
      return chain.proceed(chain.request());
    }
    try {
      Response response = chain.proceed(chain.request());
      record(exchange, response);
      return response;
    } catch (ResponseLimitInterceptor.ResponseTooLargeException e) {
      recorder.drop();
      throw e;
    }
  }

  private void record(HttpExchange exchange, Response response) {
    RawResponse raw = exchange.response();
    if (raw == null || !raw.complete()) {
      recorder.drop();
      return;
    }
    Request request = response.request();
    recorder.record(
        new RecordedExchange(
            scheduler.now(),
            request.method(),
            request.url().toString(),
            raw.status(),
            raw.contentType(),
            raw.retryAfter(),
            raw.body().clone(),
            key.quotableValues(),
            key.redaction()));
  }
}

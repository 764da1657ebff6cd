package io.github.videotasks.ext.http;

import io.github.videotasks.ext.recording.ExchangeRecorder;
import io.github.videotasks.ext.recording.RecordedExchange;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Hands each response to a recorder, which masks and writes it on another thread. Files are not
 * recorded, and neither is what a request sends; its prompts are masked in the response.
 *
 * <p>It comes before {@link ResponseLimitInterceptor}, which reads the body.
 */
record RecordingInterceptor(ExchangeRecorder recorder, Secret key, Scheduler scheduler)
    implements Interceptor {

  private static final long MAX_SENT_BYTES = 65_536;

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
    Buffer sent = sent(request.body());
    if (sent == null) {
      recorder.drop();
      return;
    }
    recorder.record(
        new RecordedExchange(
            scheduler.now(),
            request.method(),
            request.url().toString(),
            sent,
            raw.status(),
            raw.contentType(),
            raw.retryAfter(),
            raw.body().clone(),
            key.quotableValues(),
            key.redaction()));
  }

  /** Returns what was sent; null if it is unknown, and so the prompts that must be masked. */
  private static @Nullable Buffer sent(@Nullable RequestBody body) {
    Buffer sent = new Buffer();
    if (body == null) {
      return sent;
    }
    MediaType type = body.contentType();
    try {
      long length = body.contentLength();
      boolean isJson = type != null && type.subtype().endsWith("json");
      if (!isJson || body.isOneShot() || length < 0 || length > MAX_SENT_BYTES) {
        return null;
      }
      body.writeTo(sent);
      return sent;
    } catch (IOException e) {
      return null;
    }
  }
}

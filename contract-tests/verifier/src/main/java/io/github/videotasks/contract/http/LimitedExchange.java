package io.github.videotasks.contract.http;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole response of each request, within the limits, before the caller sees it. It is the
 * outermost handler of the client, so it counts decompressed bytes and the time of all redirects.
 * The timer cuts the connection, because a blocking read does not end otherwise.
 *
 * @param limits of one exchange
 * @param timer runs the cuts
 * @param observer is notified of each response within the limits
 */
record LimitedExchange(
    ExchangeLimits limits, ScheduledExecutorService timer, Consumer<ReceivedResponse> observer)
    implements ExecChainHandler {

  private static final int BUFFER_BYTES = 16_384;

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    AtomicBoolean expired = new AtomicBoolean();
    Future<?> cut =
        timer.schedule(
            () -> {
              expired.set(true);
              cutConnection(scope);
            },
            limits.totalTime().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      observer.accept(received(request, response, readWhole(response, scope), scope));
      return response;
    } catch (IOException | HttpException | RuntimeException e) {
      if (expired.get()) {
        throw expiredException(e);
      }
      throw e;
    } finally {
      cut.cancel(false);
    }
  }

  private ExchangeLimitException expiredException(Exception cause) {
    return new ExchangeLimitException(
        ("expected a complete response within %s s, found none; raise the time limit if the host"
                + " is slow")
            .formatted(limits.totalTime().toMillis() / 1e3),
        cause);
  }

  private static void cutConnection(ExecChain.Scope scope) {
    if (scope.originalRequest instanceof Cancellable cancellable) {
      cancellable.cancel();
    }
  }

  private static ReceivedResponse received(
      ClassicHttpRequest request,
      ClassicHttpResponse response,
      ByteString body,
      ExecChain.Scope scope) {
    return new ReceivedResponse(
        request.getMethod(),
        scope.route.getTargetHost().toURI() + request.getRequestUri(),
        response.getCode(),
        header(response, HttpHeaders.CONTENT_TYPE),
        header(response, HttpHeaders.RETRY_AFTER),
        body);
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** Replaces the body by one that was read, and returns it. */
  private ByteString readWhole(ClassicHttpResponse response, ExecChain.Scope scope)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return ByteString.EMPTY;
    }
    String contentType = entity.getContentType();
    byte[] body;
    try {
      body = readBody(entity);
      checkJson(body);
    } catch (IOException | RuntimeException e) {
      // First, because closing an open connection reads the rest of the body, which is endless.
      cutConnection(scope);
      closeQuietly(response);
      throw e;
    }
    response.setEntity(
        new HttpEntityWrapper(new ByteArrayEntity(body, null)) {
          @Override
          public String getContentType() {
            return contentType;
          }
        });
    return ByteString.of(body);
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException alreadyCut) {
      // The cause is reported instead.
      return;
    }
  }

  private byte[] readBody(HttpEntity entity) throws IOException {
    // Pact would allocate the announced length at once.
    if (entity.getContentLength() > limits.maxBytes()) {
      throw ExchangeLimitException.tooLarge(limits.maxBytes());
    }
    try (Buffer all = new Buffer()) {
      // Not closed here: at its end it is closed, and before it the connection is cut.
      InputStream body = entity.getContent();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        all.write(buffer, 0, count);
        if (all.size() > limits.maxBytes()) {
          throw ExchangeLimitException.tooLarge(limits.maxBytes());
        }
      }
      return all.readByteArray();
    }
  }

  /** A body that is not JSON passes; the caller reports it. */
  private void checkJson(byte[] body) throws IOException {
    try (Buffer text = new Buffer().write(body)) {
      JsonValue.parse(text, limits.maxValues());
    } catch (ValueLimitException e) {
      throw new ExchangeLimitException(
          "expected JSON of at most %d values, found more".formatted(limits.maxValues()), e);
    } catch (JsonDataException e) {
      // Without a cause it is JSON, but nested too deeply for a parser that is recursive.
      if (e.getCause() == null) {
        throw new ExchangeLimitException("expected JSON, found it " + e.getMessage(), e);
      }
    }
  }
}

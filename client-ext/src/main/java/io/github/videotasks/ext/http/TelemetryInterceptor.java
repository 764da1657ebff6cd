package io.github.videotasks.ext.http;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.telemetry.RequestObservation;
import io.github.videotasks.ext.telemetry.RequestOperation;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reports the calls of the interfaces that {@link GatewayClient#createApi} returns. All other
 * requests are reported where their meaning is known: {@link RetryingRequest} knows what is wrong
 * with a response, a download when its last byte is read.
 *
 * <p>The first application interceptor, so that the body is read before the end is reported.
 */
record TelemetryInterceptor(RequestTelemetry telemetry) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpExchange exchange = HttpExchange.of(chain.call().request());
    if (exchange == null || exchange.budget() != null) {
      return chain.proceed(chain.request());
    }
    RequestObservation observation =
        telemetry.start(RequestOperation.API_CALL, chain.request().url().host(), 1);
    ErrorKind error = ErrorKind.CONNECTION;
    try {
      Response response = chain.proceed(chain.request());
      error = response.code() < 300 ? null : ResponseParser.kind(response.code());
      return response;
    } catch (ResponseLimitInterceptor.ResponseTooLargeException e) {
      error = ErrorKind.TOO_LARGE;
      throw e;
    } catch (IOException e) {
      error = ConnectionFault.of(e).kind();
      throw e;
    } finally {
      end(observation, exchange.response(), error, chain.call().isCanceled());
    }
  }

  private static void end(
      RequestObservation observation,
      @Nullable RawResponse response,
      @Nullable ErrorKind error,
      boolean cancelled) {
    int status = response == null ? 0 : response.status();
    long bytes = response == null ? 0 : response.body().size();
    if (cancelled && error != null) {
      observation.cancel(status, bytes);
    } else {
      observation.end(status, bytes, error);
    }
  }
}

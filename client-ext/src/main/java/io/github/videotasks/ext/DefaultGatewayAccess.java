package io.github.videotasks.ext;

import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.http.HttpClients;
import io.github.videotasks.ext.http.Transport;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;

/** The facade as its downloads see it. */
final class DefaultGatewayAccess implements GatewayAccess {

  private final Transport transport;
  private final InFlightOperations inFlight;
  private final BiFunction<TaskId, Duration, CompletableFuture<TaskState>> fetch;
  private final OkHttpClient client;

  DefaultGatewayAccess(
      Transport transport,
      InFlightOperations open,
      BiFunction<TaskId, Duration, CompletableFuture<TaskState>> poll) {
    this.transport = transport;
    this.inFlight = open;
    this.fetch = poll;
    client = HttpClients.forFiles(transport.client());
  }

  /** Drops the connections. */
  void close() {
    client.connectionPool().evictAll();
  }

  @Override
  public CompletableFuture<TaskState> fetchTask(TaskId id, Duration limit) {
    return fetch.apply(id, limit);
  }

  @Override
  public Call newContentCall(TaskId id, Headers headers) {
    return client.newCall(transport.requests().contentRequest(id, headers));
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return inFlight.track(start);
  }

  @Override
  public <T> T join(CompletableFuture<T> future) {
    return DefaultVideoTasks.join(future);
  }
}

package io.github.videotasks.ext;

import io.github.videotasks.ext.download.GatewayAccess;
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
final class DownloadAccess implements GatewayAccess {

  private final Transport transport;
  private final OpenFutures open;
  private final BiFunction<TaskId, Duration, CompletableFuture<TaskState>> poll;
  private final OkHttpClient client;

  DownloadAccess(
      Transport transport,
      OpenFutures open,
      BiFunction<TaskId, Duration, CompletableFuture<TaskState>> poll) {
    this.transport = transport;
    this.open = open;
    this.poll = poll;
    client = HttpClients.forFiles(transport.client());
  }

  /** Drops the connections. */
  void close() {
    client.connectionPool().evictAll();
  }

  @Override
  public CompletableFuture<TaskState> ask(TaskId id, Duration limit) {
    return poll.apply(id, limit);
  }

  @Override
  public Call content(TaskId id, Headers headers) {
    return client.newCall(transport.requests().content(id, headers));
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return open.track(start);
  }

  @Override
  public <T> T join(CompletableFuture<T> future) {
    return DefaultVideoTasks.join(future);
  }
}

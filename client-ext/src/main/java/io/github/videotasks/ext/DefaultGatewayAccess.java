package io.github.videotasks.ext;

import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.http.ContentClient;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;

/** Access of downloads to the tasks and files of the gateway. */
final class DefaultGatewayAccess implements GatewayAccess {

  private final ContentClient contentClient;
  private final InFlightOperations inFlight;
  private final BiFunction<TaskId, Duration, CompletableFuture<TaskState>> fetch;

  DefaultGatewayAccess(
      ContentClient contentClient,
      InFlightOperations inFlight,
      BiFunction<TaskId, Duration, CompletableFuture<TaskState>> fetch) {
    this.contentClient = contentClient;
    this.inFlight = inFlight;
    this.fetch = fetch;
  }

  /** Closes the idle connections. */
  void close() {
    contentClient.close();
  }

  @Override
  public CompletableFuture<TaskState> fetchTask(TaskId id, Duration limit) {
    return fetch.apply(id, limit);
  }

  @Override
  public Call newContentCall(TaskId id, Headers headers) {
    return contentClient.newCall(id, headers);
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

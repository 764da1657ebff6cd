package io.github.videotasks.ext;

import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.http.ContentClient;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Access of downloads to the tasks and files of the gateway. */
final class DefaultGatewayAccess implements GatewayAccess {

  private final ContentClient contentClient;
  private final InFlightOperations inFlight;
  private final BiFunction<TaskId, Duration, CompletableFuture<TaskState>> fetch;
  private final Function<TaskId, byte @Nullable []> scriptedFiles;

  /**
   * Connects the parts.
   *
   * @param scriptedFiles returns the file of a task in a test; null if it is requested from a host
   */
  DefaultGatewayAccess(
      ContentClient contentClient,
      InFlightOperations inFlight,
      BiFunction<TaskId, Duration, CompletableFuture<TaskState>> fetch,
      Function<TaskId, byte @Nullable []> scriptedFiles) {
    this.contentClient = contentClient;
    this.inFlight = inFlight;
    this.fetch = fetch;
    this.scriptedFiles = scriptedFiles;
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
    Call scripted = scriptedCall(id);
    return scripted == null ? contentClient.newCall(id, headers) : scripted;
  }

  @Override
  public @Nullable Call newContentCall(TaskId id, String url, Headers headers) {
    Call scripted = scriptedCall(id);
    return scripted == null ? contentClient.newCall(id, url, headers) : scripted;
  }

  /** Returns a call that responds with the file of a test, without a connection. */
  private @Nullable Call scriptedCall(TaskId id) {
    byte[] file = scriptedFiles.apply(id);
    if (file == null) {
      return null;
    }
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain ->
                new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create(file, null))
                    .build())
        .build()
        .newCall(new Request.Builder().url("http://localhost/").build());
  }

  @Override
  public @Nullable String linkedUrl(TaskId id, Response response) throws IOException {
    return contentClient.linkedUrl(id, response);
  }

  @Override
  public VideoTasksException contentError(TaskId id, Response response) {
    return contentClient.error(id, response);
  }

  @Override
  public boolean containsKey(String text) {
    return contentClient.containsKey(text);
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return inFlight.track(start);
  }

  @Override
  public <T> T join(CompletableFuture<T> future) {
    return BlockingCalls.join(future);
  }
}

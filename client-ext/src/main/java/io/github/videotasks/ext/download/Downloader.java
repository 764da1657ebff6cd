package io.github.videotasks.ext.download;

import io.github.videotasks.ext.callback.CallbackFuture;
import io.github.videotasks.ext.callback.CallbackQueue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.time.DaemonThreads;
import io.github.videotasks.ext.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Implementation of {@link Downloads} for one client. Callers get it from the client. */
public final class Downloader implements Downloads, AutoCloseable {

  private final DownloadContext context;
  private final Executor callbacks;

  /**
   * Creates a downloader.
   *
   * @param gateway the access to the gateway of the client
   * @param shared the client whose TLS settings and DNS are used for file hosts; null for the
   *     defaults of OkHttp
   * @param userAgent sets the User-Agent of requests to file hosts
   * @param scheduler the source of timers
   * @param callbacks runs the listeners and the dependent stages of the returned futures
   * @param telemetry reports each request
   * @param maxConcurrent the maximum number of concurrent downloads
   */
  public Downloader(
      GatewayAccess gateway,
      @Nullable OkHttpClient shared,
      Interceptor userAgent,
      Scheduler scheduler,
      Executor callbacks,
      RequestTelemetry telemetry,
      int maxConcurrent) {
    this(
        gateway,
        new FileHttpClients(shared, userAgent),
        scheduler,
        callbacks,
        telemetry,
        maxConcurrent,
        Storage.DISK,
        InstantSource.system());
  }

  Downloader(
      GatewayAccess gateway,
      FileHttpClients clients,
      Scheduler scheduler,
      Executor callbacks,
      RequestTelemetry telemetry,
      int maxConcurrent,
      Storage storage,
      InstantSource clock) {
    this.callbacks = callbacks;
    Executor executor = DaemonThreads.pool("video-tasks-download", Integer.MAX_VALUE, 5);
    context =
        new DownloadContext(
            gateway,
            clients,
            scheduler,
            telemetry,
            executor,
            new DownloadQueue(executor, maxConcurrent),
            storage,
            clock);
  }

  /** {@return sockets for a file that the gateway itself serves; any IP address is allowed} */
  public static SocketFactory gatewaySocketFactory() {
    return new FileSocketFactory(false);
  }

  @Override
  public Download result(String id, Path folder, DownloadOptions options) {
    return context.gateway().join(resultAsync(id, folder, options));
  }

  @Override
  public Download result(TaskState task, Path folder, DownloadOptions options) {
    return context.gateway().join(resultAsync(task, folder, options));
  }

  @Override
  public CompletableFuture<Download> resultAsync(String id, Path folder, DownloadOptions options) {
    TaskId taskId = new TaskId(id);
    return track(
        () -> context.gateway().fetchTask(taskId, options.limits().timeout()),
        (task, queue) -> start(DownloadItem.resultOf(task), folder, options, queue));
  }

  @Override
  public CompletableFuture<Download> resultAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return track(
        () -> CompletableFuture.completedFuture(task),
        (state, queue) -> start(DownloadItem.resultOf(state), folder, options, queue));
  }

  @Override
  public List<Download> all(TaskState task, Path folder, DownloadOptions options) {
    return context.gateway().join(allAsync(task, folder, options));
  }

  @Override
  public CompletableFuture<List<Download>> allAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return track(
        () -> CompletableFuture.completedFuture(task),
        (state, queue) ->
            CancellableFutures.allOf(
                DownloadItem.allOf(state).stream()
                    .map(item -> start(item, folder, options.forItem(item), queue))
                    .toList()));
  }

  /**
   * Downloads the result of a task that has not ended yet, as soon as it has.
   *
   * @param task completes with a task whose stage is SUCCEEDED; cancelled with the returned future
   * @param deadline returns the time that is left for the download when the task has ended,
   *     positive; the time in the queue counts
   * @param folder the folder of the target file
   * @param options the options of the download
   * @param queue notifies the listener of the options, after the events of the task
   * @return the downloaded file; completes exceptionally with the error of the task or download
   */
  @SuppressWarnings("exports") // Only the facade calls it.
  public CompletableFuture<Download> resultWhenEnded(
      CompletableFuture<TaskState> task,
      Supplier<Duration> deadline,
      Path folder,
      DownloadOptions options,
      CallbackQueue queue) {
    return track(
        () -> task,
        (state, sameQueue) ->
            new FileDownload(
                    context,
                    DownloadItem.resultOf(state),
                    folder,
                    options,
                    deadline.get(),
                    sameQueue)
                .start(),
        queue);
  }

  private CompletableFuture<Download> start(
      DownloadItem item, Path folder, DownloadOptions options, CallbackQueue queue) {
    return new FileDownload(context, item, folder, options, null, queue).start();
  }

  private <T> CompletableFuture<T> track(
      Supplier<CompletableFuture<TaskState>> task,
      BiFunction<TaskState, CallbackQueue, CompletableFuture<T>> download) {
    return track(task, download, new CallbackQueue(callbacks));
  }

  /** Returns the view of the caller on a download that ends when the client is closed. */
  private <T> CompletableFuture<T> track(
      Supplier<CompletableFuture<TaskState>> task,
      BiFunction<TaskState, CallbackQueue, CompletableFuture<T>> download,
      CallbackQueue queue) {
    return CallbackFuture.of(
        context
            .gateway()
            .track(
                () ->
                    CancellableFutures.compose(task.get(), state -> download.apply(state, queue))),
        queue);
  }

  /** Closes the idle connections to file hosts. */
  @Override
  public void close() {
    context.httpClients().close();
  }
}

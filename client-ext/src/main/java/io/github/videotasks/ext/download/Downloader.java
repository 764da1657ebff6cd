package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The downloads of one client. Callers get it from there, as {@link Downloads}. */
public final class Downloader implements Downloads, AutoCloseable {

  private final DownloadContext context;

  /**
   * Wires the parts.
   *
   * @param shared whose TLS and name lookup are used for file hosts; null for OkHttp's own
   * @param most how many downloads work at a time
   */
  public Downloader(
      GatewayAccess gateway, @Nullable OkHttpClient shared, Scheduler timekeeper, int most) {
    this(
        gateway,
        new FileHttpClients(shared),
        timekeeper,
        most,
        Storage.DISK,
        InstantSource.system());
  }

  Downloader(
      GatewayAccess gateway,
      FileHttpClients clients,
      Scheduler timekeeper,
      int most,
      Storage storage,
      InstantSource clock) {
    Executor threads = newExecutor();
    context =
        new DownloadContext(
            gateway,
            clients,
            timekeeper,
            threads,
            new DownloadQueue(threads, most),
            storage,
            clock);
  }

  /** Sockets for the file that the gateway itself keeps, wherever the gateway is. */
  public static SocketFactory gatewaySocketFactory() {
    return new FileSocketFactory(false);
  }

  /** Made when needed, gone when idle: nothing to shut down, and nothing that keeps a process. */
  private static Executor newExecutor() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        5,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "video-tasks-download");
          thread.setDaemon(true);
          return thread;
        });
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
    TaskId checked = new TaskId(id);
    return context
        .gateway()
        .track(
            () ->
                CancellableFutures.compose(
                    context.gateway().fetchTask(checked, options.limits().timeout()),
                    task -> start(DownloadItem.resultOf(task), folder, options)));
  }

  @Override
  public CompletableFuture<Download> resultAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return context
        .gateway()
        .track(
            () ->
                CancellableFutures.compose(
                    CompletableFuture.completedFuture(task),
                    given -> start(DownloadItem.resultOf(given), folder, options)));
  }

  @Override
  public List<Download> all(TaskState task, Path folder, DownloadOptions options) {
    return context.gateway().join(allAsync(task, folder, options));
  }

  @Override
  public CompletableFuture<List<Download>> allAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return context
        .gateway()
        .track(
            () ->
                CancellableFutures.compose(
                    CompletableFuture.completedFuture(task),
                    given ->
                        CancellableAllOf.allOf(
                            DownloadItem.allOf(given).stream()
                                .map(item -> start(item, folder, options.forItem(item)))
                                .toList())));
  }

  private CompletableFuture<Download> start(
      DownloadItem item, Path folder, DownloadOptions options) {
    return new FileDownload(context, item, folder, options).start();
  }

  /** Drops the connections to file hosts. */
  @Override
  public void close() {
    context.httpClients().close();
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.Timekeeper;
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

  private final Workshop shop;

  /**
   * Wires the parts.
   *
   * @param shared whose TLS and name lookup are used for file hosts; null for OkHttp's own
   * @param most how many downloads work at a time
   */
  public Downloader(
      GatewayAccess gateway, @Nullable OkHttpClient shared, Timekeeper timekeeper, int most) {
    this(gateway, new FileClients(shared), timekeeper, most, Storage.DISK, InstantSource.system());
  }

  Downloader(
      GatewayAccess gateway,
      FileClients clients,
      Timekeeper timekeeper,
      int most,
      Storage storage,
      InstantSource clock) {
    Executor threads = threads();
    shop =
        new Workshop(
            gateway, clients, timekeeper, threads, new Slots(threads, most), storage, clock);
  }

  /** Sockets for the file that the gateway itself keeps, wherever the gateway is. */
  public static SocketFactory gatewaySockets() {
    return new FileSockets(false);
  }

  /** Made when needed, gone when idle: nothing to shut down, and nothing that keeps a process. */
  private static Executor threads() {
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
    return shop.gateway().join(resultAsync(id, folder, options));
  }

  @Override
  public Download result(TaskState task, Path folder, DownloadOptions options) {
    return shop.gateway().join(resultAsync(task, folder, options));
  }

  @Override
  public CompletableFuture<Download> resultAsync(String id, Path folder, DownloadOptions options) {
    TaskId checked = new TaskId(id);
    return shop.gateway()
        .track(
            () ->
                Chained.of(
                    shop.gateway().ask(checked, options.limits().total()),
                    task -> started(Item.result(task), folder, options)));
  }

  @Override
  public CompletableFuture<Download> resultAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return shop.gateway()
        .track(
            () ->
                Chained.of(
                    CompletableFuture.completedFuture(task),
                    given -> started(Item.result(given), folder, options)));
  }

  @Override
  public List<Download> all(TaskState task, Path folder, DownloadOptions options) {
    return shop.gateway().join(allAsync(task, folder, options));
  }

  @Override
  public CompletableFuture<List<Download>> allAsync(
      TaskState task, Path folder, DownloadOptions options) {
    return shop.gateway()
        .track(
            () ->
                Chained.of(
                    CompletableFuture.completedFuture(task),
                    given ->
                        Gathered.of(
                            Item.all(given).stream()
                                .map(item -> started(item, folder, options.forItem(item)))
                                .toList())));
  }

  private CompletableFuture<Download> started(Item item, Path folder, DownloadOptions options) {
    return new FileDownload(shop, item, folder, options).start();
  }

  /** Drops the connections to file hosts. */
  @Override
  public void close() {
    shop.clients().close();
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.telemetry.TelemetryListener;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Fixture for downloads: a gateway with the responses set by a test, and virtual time. */
final class DownloadFixture implements GatewayAccess {

  static final TaskId ID = new TaskId("sora-2:task_1");

  /** Allows private networks, without timeouts: virtual hours pass during a transfer. */
  static final DownloadOptions OPTIONS =
      DownloadOptions.defaults()
          .withPrivateNetworks()
          .withTimeout(Duration.ofDays(9_000))
          .withStallTimeout(Duration.ofDays(9_000));

  final VirtualTime time = new VirtualTime();

  /** The responses of the gateway, in order; the last one is repeated. */
  final List<TaskState> gatewayTasks = new ArrayList<>();

  int taskRequests;
  String contentUrl = "";
  Storage storage = Storage.DISK;
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Downloader downloader() {
    return new Downloader(
        this,
        new FileHttpClients(null, chain -> chain.proceed(chain.request())),
        time,
        Runnable::run,
        new RequestTelemetry(TelemetryListener.none(), time),
        2,
        storage,
        () -> now);
  }

  /** Returns a finished task whose video has the given URL. */
  static TaskState finishedTask(String videoUrl) {
    return taskState("{\"status\":\"completed\",\"video_url\":\"" + videoUrl + "\"}");
  }

  static TaskState taskState(String json) {
    return TaskState.of(ID, JsonValue.parse(json));
  }

  Download download(String videoUrl, Path folder, DownloadOptions options) {
    return join(startDownload(videoUrl, folder, options));
  }

  CompletableFuture<Download> startDownload(String videoUrl, Path folder, DownloadOptions options) {
    return downloader().resultAsync(finishedTask(videoUrl), folder, options);
  }

  @Override
  public synchronized CompletableFuture<TaskState> fetchTask(TaskId id, Duration timeout) {
    int index = Math.min(taskRequests++, gatewayTasks.size() - 1);
    return CompletableFuture.completedFuture(gatewayTasks.get(index));
  }

  @Override
  public Call newContentCall(TaskId id, Headers headers) {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .build()
        .newCall(new Request.Builder().url(contentUrl).headers(headers).build());
  }

  /** Treats every URL of a response as one of a file host. */
  @Override
  public @Nullable Call newContentCall(TaskId id, String url, Headers headers) {
    return null;
  }

  @Override
  public @Nullable String linkedUrl(TaskId id, Response response) {
    return null;
  }

  @Override
  public VideoTasksException contentError(TaskId id, Response response) {
    return DownloadErrors.of(ErrorKind.REJECTED, response, "expected the file, found an error");
  }

  @Override
  public boolean containsKey(String text) {
    return false;
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return start.get();
  }

  /** Advances virtual time until the future has completed. */
  @Override
  public <T> T join(CompletableFuture<T> future) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      try {
        return future.get(1, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        time.advance(Duration.ofSeconds(1));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new AssertionError(e.getCause());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("expected the future to complete within 60 s, found it incomplete");
  }

  /** Returns the names of all entries of a folder, sorted. */
  static List<String> fileNames(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
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

/** Downloads under test: a gateway that answers what a test says, and time that does not wait. */
final class DownloadFixture implements GatewayAccess {

  static final TaskId ID = new TaskId("sora-2:task_1");

  /** Private addresses allowed, no limit of time: virtual hours pass while bytes are moved. */
  static final DownloadOptions OPTIONS =
      DownloadOptions.defaults()
          .withPrivateNetworks()
          .withTimeout(Duration.ofDays(9_000))
          .withStallTimeout(Duration.ofDays(9_000));

  final VirtualTime time = new VirtualTime();

  /** What the gateway answers, one after the other; the last for ever. */
  final List<TaskState> gatewayTasks = new ArrayList<>();

  int taskRequests;
  String contentUrl = "";
  Storage storage = Storage.DISK;
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Downloader downloader() {
    return new Downloader(this, new FileHttpClients(null), time, 2, storage, () -> now);
  }

  /** A finished task with its video there. */
  static TaskState finishedTask(String address) {
    return taskState("{\"status\":\"completed\",\"video_url\":\"" + address + "\"}");
  }

  static TaskState taskState(String json) {
    return TaskState.of(ID, JsonValue.parse(json));
  }

  Download download(String address, Path folder, DownloadOptions options) {
    return join(startDownload(address, folder, options));
  }

  CompletableFuture<Download> startDownload(String address, Path folder, DownloadOptions options) {
    return downloader().resultAsync(finishedTask(address), folder, options);
  }

  @Override
  public synchronized CompletableFuture<TaskState> fetchTask(TaskId id, Duration limit) {
    int number = Math.min(taskRequests++, gatewayTasks.size() - 1);
    return CompletableFuture.completedFuture(gatewayTasks.get(number));
  }

  @Override
  public Call newContentCall(TaskId id, Headers headers) {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .build()
        .newCall(new Request.Builder().url(contentUrl).headers(headers).build());
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return start.get();
  }

  /** Lets virtual time pass until the future has ended. */
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
    throw new AssertionError("not ended within a minute");
  }

  /** The names of everything in a folder. */
  static List<String> fileNames(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.download.Downloads;
import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.events.TaskEventPublisher;
import io.github.videotasks.ext.http.GatewayClient;
import io.github.videotasks.ext.http.Transport;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.RateLimits;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/** The client over HTTP. */
final class DefaultVideoTasks implements VideoTasks {

  private final GatewayClient gatewayClient;
  private final CallOptions callOptions;
  private final WaitPolicy waitPolicy;
  private final TaskPoller poller;
  private final InFlightOperations inFlight;
  private final LazyDownloader downloads;

  /**
   * Wires the parts.
   *
   * @param gateway the base URL, which holds no secrets
   * @param limits of all waits together
   * @param downloads makes the downloads, given the way to the gateway
   * @param release frees what belongs to this client alone
   */
  DefaultVideoTasks(
      GatewayClient asking,
      String gateway,
      RateLimits limits,
      CallOptions callOptions,
      WaitPolicy waitPolicy,
      Function<GatewayAccess, Downloader> downloads,
      Runnable release) {
    this.gatewayClient = asking;
    Transport transport = asking.transport();
    this.callOptions = callOptions;
    this.waitPolicy = waitPolicy;
    poller = new TaskPoller(gateway, asking.pollSource(callOptions), transport.scheduler(), limits);
    Runnable all =
        () -> {
          closeDownloads();
          release.run();
        };
    inFlight = new InFlightOperations(all);
    this.downloads =
        new LazyDownloader(
            () -> new DefaultGatewayAccess(transport, inFlight, this::fetch), downloads);
  }

  @Override
  public TaskState get(String id) {
    return get(id, callOptions);
  }

  @Override
  public TaskState get(String id, CallOptions options) {
    return join(getAsync(id, options));
  }

  @Override
  public CompletableFuture<TaskState> getAsync(String id) {
    return getAsync(id, callOptions);
  }

  @Override
  public CompletableFuture<TaskState> getAsync(String id, CallOptions options) {
    TaskId checked = new TaskId(id);
    return inFlight.track(() -> gatewayClient.fetch(checked, options));
  }

  @Override
  public TaskState await(String id) {
    return await(id, waitPolicy);
  }

  @Override
  public TaskState await(String id, WaitPolicy policy) {
    return await(id, policy, TaskListener.none());
  }

  @Override
  public TaskState await(String id, WaitPolicy policy, TaskListener listener) {
    return join(awaitAsync(id, policy, listener));
  }

  @Override
  public TaskState await(String id, WaitPolicy policy, CallOptions options, TaskListener listener) {
    return join(awaitAsync(id, policy, options, listener));
  }

  @Override
  public CompletableFuture<TaskState> awaitAsync(String id) {
    return awaitAsync(id, waitPolicy);
  }

  @Override
  public CompletableFuture<TaskState> awaitAsync(String id, WaitPolicy policy) {
    return awaitAsync(id, policy, TaskListener.none());
  }

  @Override
  public CompletableFuture<TaskState> awaitAsync(
      String id, WaitPolicy policy, TaskListener listener) {
    return awaitAsync(id, policy, callOptions, listener);
  }

  @Override
  public CompletableFuture<TaskState> awaitAsync(
      String id, WaitPolicy policy, CallOptions options, TaskListener listener) {
    return watch(id, policy, options, listener).result();
  }

  @Override
  public TaskWatch watch(String id, TaskListener listener) {
    return watch(id, waitPolicy, callOptions, listener);
  }

  @Override
  public TaskWatch watch(String id, WaitPolicy policy, CallOptions options, TaskListener listener) {
    TaskId checked = new TaskId(id);
    return trackWatch(() -> poller(options).watch(checked, policy, listener), checked);
  }

  @Override
  public Flow.Publisher<TaskEvent> watchAll(Collection<String> ids) {
    return watchAll(ids, waitPolicy, callOptions);
  }

  @Override
  public Flow.Publisher<TaskEvent> watchAll(
      Collection<String> ids, WaitPolicy policy, CallOptions options) {
    List<TaskId> checked = ids.stream().map(TaskId::new).toList();
    return new TaskEventPublisher(
        checked,
        (id, listener) -> trackWatch(() -> poller(options).watch(id, policy, listener), id));
  }

  @Override
  public TaskWatch resume(WaitSnapshot snapshot, TaskListener listener) {
    return resume(snapshot, waitPolicy, callOptions, listener);
  }

  @Override
  public TaskWatch resume(
      WaitSnapshot snapshot, WaitPolicy policy, CallOptions options, TaskListener listener) {
    CallOptions same = withSnapshotEndpoint(snapshot, options);
    return trackWatch(() -> poller(same).resume(snapshot, policy, listener), snapshot.id());
  }

  /** Both endpoints know the task, but perhaps not both know its id in this form. */
  private static CallOptions withSnapshotEndpoint(WaitSnapshot snapshot, CallOptions options) {
    if (options.endpoint() != null || snapshot.endpoint().isEmpty()) {
      return options;
    }
    return options.withEndpoint(EndpointStyle.fromSnapshot(snapshot));
  }

  private TaskPoller poller(CallOptions options) {
    return poller.withSource(gatewayClient.pollSource(options));
  }

  /** Begins a wait that ends with this client. */
  private TaskWatch trackWatch(Supplier<TaskWatch> start, TaskId id) {
    TaskWatch[] begun = new TaskWatch[1];
    CompletableFuture<TaskState> result =
        inFlight.track(
            () -> {
              begun[0] = start.get();
              return begun[0].result();
            });
    return begun[0] != null ? begun[0] : TaskWatch.failed(id, result);
  }

  @Override
  public Download download(String id, Path folder) {
    return downloads.get().result(id, folder, DownloadOptions.defaults());
  }

  @Override
  public Downloads downloads() {
    return downloads.get();
  }

  private CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    return gatewayClient.fetch(id, callOptions.withTimeoutAtMost(limit));
  }

  static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw VideoTasksException.of(
          "expected to wait undisturbed, found the thread interrupted",
          ErrorDetails.of(ErrorKind.INTERRUPTED),
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("expected an unchecked exception", e.getCause());
    }
  }

  private void closeDownloads() {
    downloads.close();
  }

  @Override
  public void close() {
    poller.stop();
    inFlight.close();
  }

  @Override
  public String toString() {
    return "VideoTasks[" + inFlight.count() + " open]";
  }
}

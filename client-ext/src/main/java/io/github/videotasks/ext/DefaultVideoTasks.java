package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.download.Downloads;
import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.LaneLimits;
import io.github.videotasks.ext.polling.TaskEvent;
import io.github.videotasks.ext.polling.TaskEvents;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.polling.Waiter;
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

  private final Asking asking;
  private final CallOptions callOptions;
  private final WaitPolicy waitPolicy;
  private final Waiter waiter;
  private final OpenFutures open;
  private final DownloadsOnDemand downloads;

  /**
   * Wires the parts.
   *
   * @param gateway the base URL, which holds no secrets
   * @param limits of all waits together
   * @param downloads makes the downloads, given the way to the gateway
   * @param release frees what belongs to this client alone
   */
  DefaultVideoTasks(
      Asking asking,
      String gateway,
      LaneLimits limits,
      CallOptions callOptions,
      WaitPolicy waitPolicy,
      Function<GatewayAccess, Downloader> downloads,
      Runnable release) {
    this.asking = asking;
    Transport transport = asking.transport();
    this.callOptions = callOptions;
    this.waitPolicy = waitPolicy;
    waiter = new Waiter(gateway, asking.polls(callOptions), transport.timekeeper(), limits);
    Runnable all =
        () -> {
          closeDownloads();
          release.run();
        };
    open = new OpenFutures(all);
    this.downloads =
        new DownloadsOnDemand(() -> new DownloadAccess(transport, open, this::poll), downloads);
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
    return open.track(() -> asking.once(checked, options));
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
    return tracked(() -> waiter(options).watch(checked, policy, listener), checked);
  }

  @Override
  public Flow.Publisher<TaskEvent> watchAll(Collection<String> ids) {
    return watchAll(ids, waitPolicy, callOptions);
  }

  @Override
  public Flow.Publisher<TaskEvent> watchAll(
      Collection<String> ids, WaitPolicy policy, CallOptions options) {
    List<TaskId> checked = ids.stream().map(TaskId::new).toList();
    return new TaskEvents(
        checked, (id, listener) -> tracked(() -> waiter(options).watch(id, policy, listener), id));
  }

  @Override
  public TaskWatch resume(WaitSnapshot snapshot, TaskListener listener) {
    return resume(snapshot, waitPolicy, callOptions, listener);
  }

  @Override
  public TaskWatch resume(
      WaitSnapshot snapshot, WaitPolicy policy, CallOptions options, TaskListener listener) {
    CallOptions same = asBefore(snapshot, options);
    return tracked(() -> waiter(same).resume(snapshot, policy, listener), snapshot.id());
  }

  /** Both endpoints know the task, but perhaps not both know its id in this form. */
  private static CallOptions asBefore(WaitSnapshot snapshot, CallOptions options) {
    if (options.endpoint() != null || snapshot.way().isEmpty()) {
      return options;
    }
    return options.withEndpoint(EndpointStyle.ofSnapshot(snapshot));
  }

  private Waiter waiter(CallOptions options) {
    return waiter.asking(asking.polls(options));
  }

  /** Begins a wait that ends with this client. */
  private TaskWatch tracked(Supplier<TaskWatch> start, TaskId id) {
    TaskWatch[] begun = new TaskWatch[1];
    CompletableFuture<TaskState> result =
        open.track(
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

  private CompletableFuture<TaskState> poll(TaskId id, Duration limit) {
    return asking.once(id, callOptions.within(limit));
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
    waiter.stop();
    open.close();
  }

  @Override
  public String toString() {
    return "VideoTasks[" + open.count() + " open]";
  }
}

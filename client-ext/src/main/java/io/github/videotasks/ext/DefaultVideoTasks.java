package io.github.videotasks.ext;

import io.github.videotasks.ext.callback.CallbackExecutor;
import io.github.videotasks.ext.callback.CallbackFuture;
import io.github.videotasks.ext.callback.CallbackQueue;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.download.Downloads;
import io.github.videotasks.ext.download.GatewayAccess;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.events.TaskEventPublisher;
import io.github.videotasks.ext.http.GatewayClient;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.RateLimits;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link VideoTasks} over HTTP. */
final class DefaultVideoTasks implements VideoTasks {

  /** For the download of a task that ends at the last moment of a wait. */
  private static final Duration MIN_TIME_LEFT = Duration.ofMillis(1);

  private final GatewayClient gateway;
  private final @Nullable TaskSource taskSource;
  private final ClientDefaults defaults;
  private final CallOptions callOptions;
  private final WaitPolicy waitPolicy;
  private final TaskPoller poller;
  private final CallbackExecutor callbacks;
  private final InFlightOperations inFlight;
  private final LazyDownloader downloads;

  /**
   * Connects the parts.
   *
   * @param taskSource used in place of the gateway; null outside of tests
   * @param limits of the polls of all loops together
   * @param callbacks runs all code of the caller; closed with this client
   * @param downloads creates the downloader
   * @param release releases what belongs to this client alone
   */
  DefaultVideoTasks(
      GatewayClient gateway,
      @Nullable TaskSource taskSource,
      ClientDefaults defaults,
      RateLimits limits,
      CallbackExecutor callbacks,
      Function<GatewayAccess, Downloader> downloads,
      Runnable release) {
    this.gateway = gateway;
    this.taskSource = taskSource;
    this.defaults = defaults;
    callOptions = defaults.callOptions();
    waitPolicy = defaults.waitPolicy();
    this.callbacks = callbacks;
    poller =
        new TaskPoller(
            gateway.baseUrl(), pollSource(callOptions), gateway.scheduler(), limits, callbacks);
    inFlight =
        new InFlightOperations(
            () -> {
              closeDownloads();
              release.run();
              callbacks.close();
            });
    this.downloads =
        new LazyDownloader(
            () ->
                new DefaultGatewayAccess(
                    gateway.contentClient(Downloader.gatewaySocketFactory()),
                    inFlight,
                    this::fetchTask,
                    id -> taskSource == null ? null : taskSource.file(id)),
            downloads);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private CompletableFuture<TaskState> fetch(TaskId id, CallOptions options) {
    CompletableFuture<TaskState> response =
        taskSource == null
            ? gateway.fetch(id, defaults.settings(options))
            : taskSource.fetch(id, options.timeout());
    response.thenRun(poller::recordGatewayResponse);
    return response;
  }

  private TaskSource pollSource(CallOptions options) {
    return taskSource == null ? gateway.pollSource(defaults.settings(options)) : taskSource;
  }

  @Override
  public TaskState get(String id) {
    return get(id, callOptions);
  }

  @Override
  public TaskState get(String id, CallOptions options) {
    return BlockingCalls.join(getAsync(id, options));
  }

  @Override
  public CompletableFuture<TaskState> getAsync(String id) {
    return getAsync(id, callOptions);
  }

  @Override
  public CompletableFuture<TaskState> getAsync(String id, CallOptions options) {
    TaskId checked = new TaskId(id);
    return CallbackFuture.of(
        inFlight.track(() -> fetch(checked, options)), new CallbackQueue(callbacks));
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
    return await(id, policy, callOptions, listener);
  }

  @Override
  public TaskState await(String id, WaitPolicy policy, CallOptions options, TaskListener listener) {
    return BlockingCalls.joinWait(awaitAsync(id, policy, options, listener));
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
    CallbackQueue queue = new CallbackQueue(callbacks);
    return asCallbacks(watch(id, policy, options, listener, queue), queue);
  }

  private TaskWatch watch(
      String id,
      WaitPolicy policy,
      CallOptions options,
      TaskListener listener,
      CallbackQueue queue) {
    TaskId checked = new TaskId(id);
    return trackWatch(
        queued -> poller(options).watch(checked, policy, queued), checked, listener, queue);
  }

  private static TaskWatch asCallbacks(TaskWatch watch, CallbackQueue queue) {
    return new CallbackTaskWatch(watch, CallbackFuture.of(watch.result(), queue));
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
        (id, listener) -> trackWatch(() -> poller(options).watch(id, policy, listener), id),
        callbacks);
  }

  @Override
  public TaskWatch resume(WaitSnapshot snapshot, TaskListener listener) {
    return resume(snapshot, waitPolicy, callOptions, listener);
  }

  @Override
  public TaskWatch resume(
      WaitSnapshot snapshot, WaitPolicy policy, CallOptions options, TaskListener listener) {
    CallbackQueue queue = new CallbackQueue(callbacks);
    return asCallbacks(resume(snapshot, policy, options, listener, queue), queue);
  }

  private TaskWatch resume(
      WaitSnapshot snapshot,
      WaitPolicy policy,
      CallOptions options,
      TaskListener listener,
      CallbackQueue queue) {
    CallOptions resumed = withSnapshotEndpoint(snapshot, options);
    return trackWatch(
        queued -> poller(resumed).resume(snapshot, policy, queued), snapshot.id(), listener, queue);
  }

  /**
   * Polls the endpoint of the snapshot unless the options set one: both endpoints know the task,
   * but perhaps only one accepts its id in this format.
   */
  private static CallOptions withSnapshotEndpoint(WaitSnapshot snapshot, CallOptions options) {
    if (options.endpoint() != null || snapshot.endpoint().isEmpty()) {
      return options;
    }
    return options.withEndpoint(EndpointStyle.fromSnapshot(snapshot));
  }

  private TaskPoller poller(CallOptions options) {
    // Waits with the default options share one source, which their loops keep in memory.
    return options.equals(callOptions) ? poller : poller.withSource(pollSource(options));
  }

  /** Starts a wait whose listener is notified through the queue. */
  private TaskWatch trackWatch(
      Function<TaskListener, TaskWatch> start,
      TaskId id,
      TaskListener listener,
      CallbackQueue queue) {
    if (listener == TaskListener.none()) {
      return trackWatch(() -> start.apply(listener), id);
    }
    QueuedTaskListener queued = new QueuedTaskListener(listener, queue);
    TaskWatch watch = trackWatch(() -> start.apply(queued), id);
    queued.attachTo(watch.result());
    return watch;
  }

  /** Starts a wait that ends when this client is closed. */
  private TaskWatch trackWatch(Supplier<TaskWatch> start, TaskId id) {
    TaskWatch[] started = new TaskWatch[1];
    CompletableFuture<TaskState> result =
        inFlight.track(
            () -> {
              started[0] = start.get();
              return started[0].result();
            });
    return started[0] != null ? started[0] : TaskWatch.failed(id, result);
  }

  @Override
  public <T> T api(Class<T> type) {
    if (taskSource != null) {
      throw new IllegalStateException(
          "expected a gateway for " + type.getName() + ", found a task source of a test");
    }
    return gateway.createApi(type);
  }

  @Override
  public Download fetch(String id, Path folder) {
    return BlockingCalls.join(fetchAsync(id, folder));
  }

  @Override
  public Download fetch(
      String id, Path folder, WaitPolicy policy, DownloadOptions options, FetchListener listener) {
    return BlockingCalls.join(fetchAsync(id, folder, policy, options, listener));
  }

  @Override
  public Download fetch(
      WaitSnapshot snapshot, Path folder, DownloadOptions options, FetchListener listener) {
    return BlockingCalls.join(fetchAsync(snapshot, folder, options, listener));
  }

  @Override
  public CompletableFuture<Download> fetchAsync(String id, Path folder) {
    return fetchAsync(id, folder, waitPolicy, DownloadOptions.defaults(), FetchListener.none());
  }

  @Override
  public CompletableFuture<Download> fetchAsync(
      String id, Path folder, WaitPolicy policy, DownloadOptions options, FetchListener listener) {
    CallbackQueue queue = new CallbackQueue(callbacks);
    return downloadWhenEnded(
        watch(id, policy, callOptions, listener, queue),
        folder,
        options.withListener(listener),
        queue);
  }

  @Override
  public CompletableFuture<Download> fetchAsync(
      WaitSnapshot snapshot, Path folder, DownloadOptions options, FetchListener listener) {
    CallbackQueue queue = new CallbackQueue(callbacks);
    return downloadWhenEnded(
        resume(snapshot, waitPolicy, callOptions, listener, queue),
        folder,
        options.withListener(listener),
        queue);
  }

  private CompletableFuture<Download> downloadWhenEnded(
      TaskWatch watch, Path folder, DownloadOptions options, CallbackQueue queue) {
    return downloads
        .get()
        .resultWhenEnded(watch.result(), () -> timeLeft(watch.snapshot()), folder, options, queue);
  }

  /** Returns the time until the deadline of a wait, at least {@link #MIN_TIME_LEFT}. */
  private static Duration timeLeft(WaitSnapshot snapshot) {
    Duration total = Duration.between(snapshot.startedAt(), snapshot.deadline());
    Duration left = total.minus(snapshot.elapsed());
    return left.compareTo(MIN_TIME_LEFT) < 0 ? MIN_TIME_LEFT : left;
  }

  @Override
  public Download download(String id, Path folder) {
    return downloads.get().result(id, folder, DownloadOptions.defaults());
  }

  @Override
  public Downloads downloads() {
    return downloads.get();
  }

  private CompletableFuture<TaskState> fetchTask(TaskId id, Duration limit) {
    return fetch(id, callOptions.withTimeoutAtMost(limit));
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

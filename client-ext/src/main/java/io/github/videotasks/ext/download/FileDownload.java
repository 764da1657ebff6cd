package io.github.videotasks.ext.download;

import io.github.videotasks.ext.callback.CallbackQueue;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.ExponentialBackoff;
import io.github.videotasks.ext.time.Scheduler;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Download of one file, from its slot in the queue to its end.
 *
 * <p>Each step (begin, attempt, URL refresh, end) runs on a thread of the executor and holds the
 * monitor, so steps do not overlap. Between two steps only a timer or a request to the gateway is
 * pending, and no thread is blocked. A timeout, a cancellation or a close does not take the
 * monitor: it cuts the connection, so that the step that was reading returns and closes the partial
 * file.
 */
final class FileDownload {

  private static final System.Logger LOG = System.getLogger(FileDownload.class.getName());

  /** Time for a step that does not return at once, for example during a slow DNS query. */
  private static final Duration GRACE_PERIOD = Duration.ofMillis(250);

  /** A Retry-After of more than 2 min is reduced to 2 min; the timeout ends the download anyway. */
  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(16), Duration.ofMinutes(2));

  /**
   * The maximum time from the first response that the file is not ready to the last request. The
   * gateways need some seconds. A shorter timeout of the download limits it further.
   */
  private static final Duration NOT_READY_WINDOW = Duration.ofSeconds(30);

  private static final ExponentialBackoff NOT_READY_BACKOFF =
      new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofSeconds(8), NOT_READY_WINDOW);

  private final DownloadContext context;
  private final Scheduler scheduler;
  private final DownloadOptions options;
  private final @Nullable Duration deadline;
  private final Transfer transfer;
  private final StallDetector stallDetector;
  private final ProgressNotifier progressNotifier;
  private final CompletableFuture<Download> result = new CompletableFuture<>();

  private volatile DownloadItem item;
  private volatile @Nullable Throwable abortCause;
  private volatile @Nullable CompletableFuture<TaskState> taskRequest;
  private volatile Scheduler.@Nullable ScheduledCall retryTimer;
  private volatile Scheduler.@Nullable ScheduledCall timeoutTimer;
  private volatile Scheduler.@Nullable ScheduledCall deadlineTimer;

  private FailureBudget failureBudget = new FailureBudget(0, 0);
  private long createdAt;
  private long startedAt;
  private long notReadySince;
  private int notReadyResponses;
  private volatile boolean begun;
  private boolean ended;
  private boolean urlRefreshed;

  /**
   * Creates a download that is not started.
   *
   * @param deadline the maximum time from {@link #start} to the end, with the time in the queue;
   *     null if only the timeout of the options applies
   * @param callbacks notifies the listener
   */
  FileDownload(
      DownloadContext context,
      DownloadItem item,
      Path folder,
      DownloadOptions options,
      @Nullable Duration deadline,
      CallbackQueue callbacks) {
    progressNotifier =
        new ProgressNotifier(callbacks, options.listener(), result::isCancelled, this::abort);
    this.context = context;
    this.item = item;
    this.options = options;
    this.deadline = deadline;
    scheduler = context.scheduler();
    transfer = new Transfer(context, folder, options, this::stopCause);
    stallDetector =
        new StallDetector(
            scheduler,
            options.progressInterval(),
            options.limits().stallTimeout(),
            transfer::receivedBytes,
            this::reportProgress,
            transfer::abort);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<Download> start() {
    result.whenComplete((download, error) -> onResultDone());
    createdAt = scheduler.nanoTime();
    if (deadline != null) {
      deadlineTimer = scheduler.schedule(deadline, this::onDeadline);
    }
    context.queue().submit(() -> runStep(this::begin));
    return result;
  }

  private void begin() throws StorageException {
    begun = true;
    startedAt = scheduler.nanoTime();
    if (!endIfStopped()) {
      timeoutTimer = scheduler.schedule(options.limits().timeout(), this::onTimeout);
      transfer.acquireFile(item);
      failureBudget = new FailureBudget(options.limits().maxFailures(), transfer.receivedBytes());
      attempt();
    }
  }

  private void attempt() throws StorageException {
    if (endIfStopped()) {
      return;
    }
    Asset asset = item.asset();
    if (asset != null && !urlRefreshed && asset.isExpiredAt(context.clock().instant())) {
      refreshUrl(null);
      return;
    }
    stallDetector.start();
    AttemptOutcome outcome;
    try {
      outcome = transfer.attempt(item);
    } finally {
      stallDetector.stop();
    }
    handle(outcome);
  }

  private void handle(AttemptOutcome outcome) {
    if (outcome instanceof AttemptOutcome.Completed completed) {
      leaveQueue();
      stallDetector.reportFinal(completed.download().bytes());
      Throwable listenerError = abortCause;
      if (listenerError != null) {
        result.completeExceptionally(listenerError);
      }
      result.complete(completed.download());
    } else if (endIfStopped()) {
      LOG.log(Level.DEBUG, () -> "task " + item.id() + ": the download was stopped");
    } else if (outcome instanceof AttemptOutcome.Retry retry) {
      scheduleRetry(retry.error());
    } else if (outcome instanceof AttemptOutcome.NotReady notReady) {
      retryNotReady(notReady.error());
    } else if (outcome instanceof AttemptOutcome.UrlExpired expired) {
      failureBudget.recordFailure(transfer.receivedBytes());
      refreshUrl(expired.error());
    } else if (outcome instanceof AttemptOutcome.Failed failed) {
      fail(failed.error());
    }
  }

  private void scheduleRetry(VideoTasksException error) {
    LOG.log(Level.DEBUG, () -> "task " + item.id() + ": " + error.getMessage());
    failureBudget.recordFailure(transfer.receivedBytes());
    if (failureBudget.isExhausted()) {
      fail(error);
      return;
    }
    retryAfter(
        BACKOFF.delayAfter(
            failureBudget.failures(), error.details().retryAfter(), scheduler.nanoTime()));
  }

  /** Retries within a window of time, whatever the number of responses. */
  private void retryNotReady(VideoTasksException error) {
    LOG.log(Level.DEBUG, () -> "task " + item.id() + ": " + error.getMessage());
    if (notReadyResponses++ == 0) {
      notReadySince = scheduler.nanoTime();
    }
    Duration inWindow = NOT_READY_WINDOW.minusNanos(scheduler.nanoTime() - notReadySince);
    Duration delay =
        NOT_READY_BACKOFF.delayAfter(
            notReadyResponses, error.details().retryAfter(), scheduler.nanoTime());
    if (delay.compareTo(inWindow) >= 0 || delay.compareTo(remaining()) >= 0) {
      fail(error);
    } else {
      retryAfter(delay);
    }
  }

  private void retryAfter(Duration delay) {
    retryTimer = scheduler.schedule(delay, () -> submit(this::attempt));
    cancelIfStopped();
  }

  /**
   * Requests a new URL from the gateway.
   *
   * @param rejection the error of the old URL; null if only the expiry in its query has passed,
   *     which may be wrong if the clock of this machine is wrong
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void refreshUrl(@Nullable VideoTasksException rejection) {
    urlRefreshed = true;
    if (rejection != null && failureBudget.isExhausted()) {
      fail(rejection);
      return;
    }
    Duration remaining = remaining();
    CompletableFuture<TaskState> request =
        context
            .gateway()
            .fetchTask(item.id(), remaining.compareTo(GRACE_PERIOD) < 0 ? GRACE_PERIOD : remaining);
    taskRequest = request;
    cancelIfStopped();
    request.whenComplete((task, error) -> submit(() -> urlRefreshed(task, error, rejection)));
  }

  private void urlRefreshed(
      @Nullable TaskState task, @Nullable Throwable error, @Nullable VideoTasksException rejection)
      throws StorageException {
    taskRequest = null;
    if (endIfStopped()) {
      return;
    }
    if (task == null) {
      fail(CancellableFutures.unwrap(error));
      return;
    }
    DownloadItem refreshed = item.refreshedFrom(task);
    if (rejection != null
        && (refreshed == null || Objects.equals(refreshed.asset(), item.asset()))) {
      fail(rejection);
      return;
    }
    item = refreshed == null ? item : refreshed;
    attempt();
  }

  private void reportProgress(long bytes) {
    progressNotifier.add(
        new DownloadProgress(item.id(), item.kind(), bytes, transfer.totalBytes()));
  }

  private void onTimeout() {
    abort(
        timeoutError(
            "expected the file within %s, found it incomplete; raise withTimeout(…)"
                .formatted(options.limits().timeout())));
  }

  private void onDeadline() {
    VideoTasksException error =
        timeoutError(
            "expected the file before the deadline of the wait policy, found it incomplete; fetch"
                + " it again to resume, or raise withDeadline(…)");
    if (begun) {
      abort(error);
    } else {
      // Still in the queue; begin() finds the result done and releases its slot.
      result.completeExceptionally(error);
    }
  }

  private VideoTasksException timeoutError(String problem) {
    return DownloadErrors.of(ErrorKind.CALL_TIMEOUT, "task " + item.id() + ": " + problem);
  }

  /** Ends the download from outside a step. The step has a grace period to close its file. */
  private void abort(Throwable error) {
    if (result.isDone()) {
      // A listener may throw when it is notified of the last bytes, after the end.
      return;
    }
    abortCause = error;
    cancel(timeoutTimer);
    timeoutTimer = scheduler.schedule(GRACE_PERIOD, () -> result.completeExceptionally(error));
    cancelPending();
    submit(this::endIfStopped);
  }

  /** Closes the partial file, then ends the download with an error. */
  private void fail(Throwable error) {
    transfer.close(options.keepsPartialFile() && isResumableAfter(error));
    leaveQueue();
    result.completeExceptionally(
        error instanceof VideoTasksException failure
            ? failure.withDetails(failure.details().withAttempts(transfer.requests(), elapsed()))
            : error);
  }

  /** A partial file that is too large or belongs to another file must not be resumed. */
  private static boolean isResumableAfter(Throwable error) {
    return !(error instanceof VideoTasksException failure)
        || switch (failure.kind()) {
          case UNEXPECTED_FILE, BROKEN_FILE, TOO_LARGE -> false;
          default -> true;
        };
  }

  /** Returns why the download was ended from outside; null if it was not. */
  private @Nullable Throwable stopCause() {
    Throwable error = abortCause;
    return error == null && result.isDone() ? new CancellationException() : error;
  }

  /** Returns true if the download was ended from outside; closes the partial file in this case. */
  private boolean endIfStopped() {
    Throwable error = abortCause;
    if (error != null && !ended) {
      fail(error);
    } else if (result.isDone() && begun && !ended) {
      transfer.close(options.keepsPartialFile());
      leaveQueue();
    }
    return error != null || result.isDone();
  }

  private void leaveQueue() {
    if (!ended) {
      ended = true;
      cancel(timeoutTimer);
      cancel(deadlineTimer);
      context.queue().release();
    }
  }

  private void cancelIfStopped() {
    if (result.isDone() || abortCause != null) {
      cancelPending();
    }
  }

  /** Releases all resources, whatever ended the download. */
  private void onResultDone() {
    cancel(timeoutTimer);
    cancel(deadlineTimer);
    cancelPending();
    submit(this::endIfStopped);
  }

  private void cancelPending() {
    cancel(retryTimer);
    CompletableFuture<TaskState> request = taskRequest;
    if (request != null) {
      request.cancel(true);
    }
    transfer.abort();
  }

  private static void cancel(Scheduler.@Nullable ScheduledCall timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** A step of the download. */
  @FunctionalInterface
  private interface Step {
    void run() throws StorageException;
  }

  private void submit(Step step) {
    context.executor().execute(() -> runStep(step));
  }

  private synchronized void runStep(Step step) {
    try {
      step.run();
    } catch (StorageException e) {
      Exception cause = e.getCause() instanceof Exception exception ? exception : e;
      fail(DownloadErrors.storage(String.valueOf(e.getMessage()), cause));
    } catch (RuntimeException | Error e) {
      // Not expected, but without this catch a bug would leave the caller waiting forever.
      fail(e);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(scheduler.nanoTime() - startedAt);
  }

  /** Returns the time until the timeout or the deadline, whichever is earlier. */
  private Duration remaining() {
    Duration untilTimeout = options.limits().timeout().minus(elapsed());
    if (deadline == null) {
      return untilTimeout;
    }
    Duration untilDeadline = deadline.minusNanos(scheduler.nanoTime() - createdAt);
    return untilDeadline.compareTo(untilTimeout) < 0 ? untilDeadline : untilTimeout;
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way home, from its turn to its end.
 *
 * <p>Each step (begin, attempt, renewal, end) runs on a thread of the workshop and holds the
 * monitor, so there is one at a time. Between two steps there is an alarm or a question and no
 * thread. Whoever ends the download from outside (limit, cancel, close) needs no monitor: the
 * connection is cut, and the step that was reading comes back and puts the part away.
 */
final class FileDownload {

  private static final System.Logger LOG = System.getLogger(FileDownload.class.getName());

  /** For a step that does not come back at once, as from a name server that is silent. */
  private static final Duration GRACE_PERIOD = Duration.ofMillis(250);

  private final DownloadContext context;
  private final Scheduler scheduler;
  private final DownloadOptions options;
  private final Transfer transfer;
  private final StallDetector stallDetector;
  private final CompletableFuture<Download> result = new CompletableFuture<>();

  private volatile DownloadItem item;
  private volatile @Nullable Throwable abortCause;
  private volatile @Nullable CompletableFuture<TaskState> taskRequest;
  private volatile Scheduler.@Nullable ScheduledCall retryTimer;
  private volatile Scheduler.@Nullable ScheduledCall timeoutTimer;

  private FailureBudget failureBudget = new FailureBudget(0, 0);
  private long startedAt;
  private boolean begun;
  private boolean ended;
  private boolean urlRefreshed;

  FileDownload(DownloadContext shop, DownloadItem item, Path folder, DownloadOptions options) {
    this.context = shop;
    this.item = item;
    this.options = options;
    scheduler = shop.scheduler();
    transfer = new Transfer(shop, folder, options);
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
    if (outcome instanceof AttemptOutcome.Completed home) {
      leaveQueue();
      stallDetector.reportFinal(home.download().bytes());
      Throwable thrown = abortCause;
      if (thrown != null) {
        result.completeExceptionally(thrown);
      }
      result.complete(home.download());
    } else if (endIfStopped()) {
      LOG.log(Level.DEBUG, () -> "task " + item.id() + ": the download was ended");
    } else if (outcome instanceof AttemptOutcome.Retry again) {
      scheduleRetry(again.error());
    } else if (outcome instanceof AttemptOutcome.UrlExpired expired) {
      failureBudget.recordFailure(transfer.receivedBytes());
      refreshUrl(expired.error());
    } else if (outcome instanceof AttemptOutcome.Failed lost) {
      fail(lost.error());
    }
  }

  private void scheduleRetry(VideoTasksException error) {
    LOG.log(Level.DEBUG, () -> "task " + item.id() + ": " + error.getMessage());
    failureBudget.recordFailure(transfer.receivedBytes());
    if (failureBudget.isExhausted()) {
      fail(error);
      return;
    }
    Duration delay = Backoff.delayAfter(failureBudget.failures(), error.details().retryAfter());
    retryTimer = scheduler.schedule(delay, () -> submit(this::attempt));
    cancelIfStopped();
  }

  /**
   * Asks the gateway for an address that works.
   *
   * @param why the refusal of the old one; null if only its text says that it has ended, which may
   *     be the fault of this machine's clock
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void refreshUrl(@Nullable VideoTasksException why) {
    urlRefreshed = true;
    if (why != null && failureBudget.isExhausted()) {
      fail(why);
      return;
    }
    Duration left = options.limits().timeout().minus(elapsed());
    CompletableFuture<TaskState> asked =
        context
            .gateway()
            .fetchTask(item.id(), left.compareTo(GRACE_PERIOD) < 0 ? GRACE_PERIOD : left);
    taskRequest = asked;
    cancelIfStopped();
    asked.whenComplete((task, error) -> submit(() -> urlRefreshed(task, error, why)));
  }

  private void urlRefreshed(
      @Nullable TaskState task, @Nullable Throwable error, @Nullable VideoTasksException why)
      throws StorageException {
    taskRequest = null;
    if (endIfStopped()) {
      return;
    }
    if (task == null) {
      fail(CancellableFutures.unwrap(error));
      return;
    }
    DownloadItem now = item.refreshedFrom(task);
    if (why != null && (now == null || Objects.equals(now.asset(), item.asset()))) {
      fail(why);
      return;
    }
    item = now == null ? item : now;
    attempt();
  }

  private void reportProgress(long bytes) {
    try {
      options
          .listener()
          .onProgress(new DownloadProgress(item.id(), item.kind(), bytes, transfer.totalBytes()));
    } catch (RuntimeException | Error thrown) {
      // The caller's own; the thread of the alarm has nobody to tell.
      abort(thrown);
    }
  }

  private void onTimeout() {
    abort(
        DownloadErrors.of(
            ErrorKind.CALL_TIMEOUT,
            "task %s: expected the file within %s, found it incomplete; allow more time"
                .formatted(item.id(), options.limits().timeout())));
  }

  /** Ends the download from outside a step. The step has a moment to put the part away. */
  private void abort(Throwable error) {
    abortCause = error;
    timeoutTimer = scheduler.schedule(GRACE_PERIOD, () -> result.completeExceptionally(error));
    cancelPending();
    submit(this::endIfStopped);
  }

  /** Ends the download with an error, the part put away first. */
  private void fail(Throwable error) {
    transfer.close(options.keepsPartialFile() && isResumableAfter(error));
    leaveQueue();
    result.completeExceptionally(
        error instanceof VideoTasksException known
            ? known.withDetails(known.details().withAttempts(transfer.requests(), elapsed()))
            : error);
  }

  /** What turned out to be another file, or too much, is not worth to be taken up. */
  private static boolean isResumableAfter(Throwable error) {
    return !(error instanceof VideoTasksException known)
        || switch (known.kind()) {
          case UNEXPECTED_FILE, BROKEN_FILE, TOO_LARGE -> false;
          default -> true;
        };
  }

  /** True if somebody has ended the download; then the part is put away. */
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
      context.queue().release();
    }
  }

  private void cancelIfStopped() {
    if (result.isDone() || abortCause != null) {
      cancelPending();
    }
  }

  /** However it ended, nothing stays open. */
  private void onResultDone() {
    cancel(timeoutTimer);
    cancelPending();
    submit(this::endIfStopped);
  }

  private void cancelPending() {
    cancel(retryTimer);
    CompletableFuture<TaskState> asked = taskRequest;
    if (asked != null) {
      asked.cancel(true);
    }
    transfer.abort();
  }

  private static void cancel(Scheduler.@Nullable ScheduledCall alarm) {
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /** What a step does; the disk may fail it. */
  @FunctionalInterface
  private interface Step {
    void run() throws StorageException;
  }

  private void submit(Step work) {
    context.executor().execute(() -> runStep(work));
  }

  private synchronized void runStep(Step work) {
    try {
      work.run();
    } catch (StorageException e) {
      Exception cause = e.getCause() instanceof Exception below ? below : e;
      fail(DownloadErrors.storage(String.valueOf(e.getMessage()), cause));
    } catch (RuntimeException | Error e) {
      // Nothing is known to come here; without this the caller would wait for ever if it did.
      fail(e);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(scheduler.nanoTime() - startedAt);
  }
}

package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.Timekeeper;
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
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Workshop shop;
  private final Timekeeper timekeeper;
  private final DownloadOptions options;
  private final Transfer transfer;
  private final Pulse pulse;
  private final CompletableFuture<Download> result = new CompletableFuture<>();

  private volatile Item item;
  private volatile @Nullable Throwable ending;
  private volatile @Nullable CompletableFuture<TaskState> question;
  private volatile Timekeeper.@Nullable Alarm pause;
  private volatile Timekeeper.@Nullable Alarm limit;

  private Patience patience = new Patience(0, 0);
  private long startedAt;
  private boolean begun;
  private boolean ended;
  private boolean renewed;

  FileDownload(Workshop shop, Item item, Path folder, DownloadOptions options) {
    this.shop = shop;
    this.item = item;
    this.options = options;
    timekeeper = shop.timekeeper();
    transfer = new Transfer(shop, folder, options);
    pulse =
        new Pulse(
            timekeeper,
            options.progressEvery(),
            options.limits().stall(),
            transfer::bytes,
            this::tell,
            transfer::cut);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<Download> start() {
    result.whenComplete((download, error) -> release());
    shop.slots().enter(() -> guarded(this::begin));
    return result;
  }

  private void begin() throws StorageException {
    begun = true;
    startedAt = timekeeper.nanoTime();
    if (!isOver()) {
      limit = timekeeper.schedule(options.limits().total(), this::timeOut);
      transfer.begin(item);
      patience = new Patience(options.limits().failures(), transfer.bytes());
      attempt();
    }
  }

  private void attempt() throws StorageException {
    if (isOver()) {
      return;
    }
    Asset asset = item.asset();
    if (asset != null && !renewed && asset.isExpiredAt(shop.clock().instant())) {
      renew(null);
      return;
    }
    pulse.start();
    Outcome outcome;
    try {
      outcome = transfer.attempt(item);
    } finally {
      pulse.stop();
    }
    follow(outcome);
  }

  private void follow(Outcome outcome) {
    if (outcome instanceof Outcome.Home home) {
      leave();
      pulse.tellLast(home.download().bytes());
      Throwable thrown = ending;
      if (thrown != null) {
        result.completeExceptionally(thrown);
      }
      result.complete(home.download());
    } else if (isOver()) {
      LOG.log(Level.DEBUG, () -> "task " + item.id() + ": the download was ended");
    } else if (outcome instanceof Outcome.Again again) {
      repeat(again.error());
    } else if (outcome instanceof Outcome.Expired expired) {
      patience.failedAt(transfer.bytes());
      renew(expired.error());
    } else if (outcome instanceof Outcome.Lost lost) {
      end(lost.error());
    }
  }

  private void repeat(VideoTasksException error) {
    LOG.log(Level.DEBUG, () -> "task " + item.id() + ": " + error.getMessage());
    patience.failedAt(transfer.bytes());
    if (patience.isOver()) {
      end(error);
      return;
    }
    Duration delay = Backoff.after(patience.failures(), error.details().retryAfter());
    pause = timekeeper.schedule(delay, () -> step(this::attempt));
    releaseIfOver();
  }

  /**
   * Asks the gateway for an address that works.
   *
   * @param why the refusal of the old one; null if only its text says that it has ended, which may
   *     be the fault of this machine's clock
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void renew(@Nullable VideoTasksException why) {
    renewed = true;
    if (why != null && patience.isOver()) {
      end(why);
      return;
    }
    Duration left = options.limits().total().minus(elapsed());
    CompletableFuture<TaskState> asked =
        shop.gateway().ask(item.id(), left.compareTo(GRACE) < 0 ? GRACE : left);
    question = asked;
    releaseIfOver();
    asked.whenComplete((task, error) -> step(() -> renewed(task, error, why)));
  }

  private void renewed(
      @Nullable TaskState task, @Nullable Throwable error, @Nullable VideoTasksException why)
      throws StorageException {
    question = null;
    if (isOver()) {
      return;
    }
    if (task == null) {
      end(Chained.unwrapped(error));
      return;
    }
    Item now = item.in(task);
    if (why != null && (now == null || Objects.equals(now.asset(), item.asset()))) {
      end(why);
      return;
    }
    item = now == null ? item : now;
    attempt();
  }

  private void tell(long bytes) {
    try {
      options
          .listener()
          .progressed(new DownloadProgress(item.id(), item.kind(), bytes, transfer.total()));
    } catch (RuntimeException | Error thrown) {
      // The caller's own; the thread of the alarm has nobody to tell.
      endSoon(thrown);
    }
  }

  private void timeOut() {
    endSoon(
        Problems.of(
            ErrorKind.CALL_TIMEOUT,
            "task %s: expected the file within %s, found it incomplete; allow more time"
                .formatted(item.id(), options.limits().total())));
  }

  /** Ends the download from outside a step. The step has a moment to put the part away. */
  private void endSoon(Throwable error) {
    ending = error;
    limit = timekeeper.schedule(GRACE, () -> result.completeExceptionally(error));
    letGo();
    step(this::isOver);
  }

  /** Ends the download with an error, the part put away first. */
  private void end(Throwable error) {
    transfer.close(options.isPartKept() && isOfUse(error));
    leave();
    result.completeExceptionally(
        error instanceof VideoTasksException known
            ? known.with(known.details().after(transfer.requests(), elapsed()))
            : error);
  }

  /** What turned out to be another file, or too much, is not worth to be taken up. */
  private static boolean isOfUse(Throwable error) {
    return !(error instanceof VideoTasksException known)
        || switch (known.kind()) {
          case UNEXPECTED_FILE, BROKEN_FILE, TOO_LARGE -> false;
          default -> true;
        };
  }

  /** True if somebody has ended the download; then the part is put away. */
  private boolean isOver() {
    Throwable error = ending;
    if (error != null && !ended) {
      end(error);
    } else if (result.isDone() && begun && !ended) {
      transfer.close(options.isPartKept());
      leave();
    }
    return error != null || result.isDone();
  }

  private void leave() {
    if (!ended) {
      ended = true;
      withdraw(limit);
      shop.slots().leave();
    }
  }

  private void releaseIfOver() {
    if (result.isDone() || ending != null) {
      letGo();
    }
  }

  /** However it ended, nothing stays open. */
  private void release() {
    withdraw(limit);
    letGo();
    step(this::isOver);
  }

  private void letGo() {
    withdraw(pause);
    CompletableFuture<TaskState> asked = question;
    if (asked != null) {
      asked.cancel(true);
    }
    transfer.cut();
  }

  private static void withdraw(Timekeeper.@Nullable Alarm alarm) {
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /** What a step does; the disk may fail it. */
  @FunctionalInterface
  private interface Step {
    void run() throws StorageException;
  }

  private void step(Step work) {
    shop.threads().execute(() -> guarded(work));
  }

  private synchronized void guarded(Step work) {
    try {
      work.run();
    } catch (StorageException e) {
      Exception cause = e.getCause() instanceof Exception below ? below : e;
      end(Problems.storage(String.valueOf(e.getMessage()), cause));
    } catch (RuntimeException | Error e) {
      // Nothing is known to come here; without this the caller would wait for ever if it did.
      end(e);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(timekeeper.nanoTime() - startedAt);
  }
}

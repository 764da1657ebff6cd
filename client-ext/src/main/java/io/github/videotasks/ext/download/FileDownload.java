package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.Timekeeper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way home: takes a part, asks for what is missing until nothing is, looks at it
 * and gives it its name.
 *
 * <p>Each step (begin, attempt, renewal, end) runs on a thread of the workshop and holds the
 * monitor, so there is one at a time. Between two steps there is an alarm or a question and no
 * thread. Aborting needs no monitor: it cuts the connection, and the step that was reading ends the
 * download.
 */
final class FileDownload {

  private static final System.Logger LOG = System.getLogger(FileDownload.class.getName());

  /** For a step that does not come back, as from a name server that is silent. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Workshop shop;
  private final Path folder;
  private final DownloadOptions options;
  private final CompletableFuture<Download> result = new CompletableFuture<>();

  private final AtomicInteger requests = new AtomicInteger();

  private volatile Item item;
  private volatile @Nullable Call inFlight;
  private volatile @Nullable CompletableFuture<TaskState> question;
  private volatile @Nullable Throwable ending;
  private volatile Timekeeper.@Nullable Alarm pause;
  private volatile Timekeeper.@Nullable Alarm limit;

  private @Nullable Parts parts;
  private @Nullable Part part;
  private @Nullable Pulse pulse;
  private boolean begun;
  private boolean ended;
  private boolean renewed;
  private long startedAt;
  private long best;
  private int failures;

  FileDownload(Workshop shop, Item item, Path folder, DownloadOptions options) {
    this.shop = shop;
    this.item = item;
    this.folder = folder;
    this.options = options;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<Download> start() {
    result.whenComplete((download, error) -> abort());
    shop.slots().enter(this::begin);
    return result;
  }

  private synchronized void begin() {
    begun = true;
    startedAt = shop.timekeeper().nanoTime();
    limit = shop.timekeeper().schedule(options.limits().total(), this::timeOut);
    try {
      Files.createDirectories(folder);
      parts = new Parts(shop.storage(), folder.toRealPath(), item.stem(), item.inFull());
      part = parts.take();
    } catch (IOException e) {
      end(Problems.storage("begin a file in " + folder, e));
      return;
    }
    if (part == null) {
      end(Problems.storage("begin a file in " + folder + ": too many downloads of it", null));
      return;
    }
    Part taken = part;
    best = taken.position();
    pulse =
        new Pulse(
            shop.timekeeper(),
            options.progressEvery(),
            options.limits().stall(),
            taken::position,
            bytes -> tell(bytes, taken.total()),
            this::cut);
    attempt();
  }

  private void tell(long bytes, @Nullable Long total) {
    try {
      options.listener().progressed(new DownloadProgress(item.id(), item.kind(), bytes, total));
    } catch (RuntimeException | Error thrown) {
      // The caller's own; the thread of the alarm has nobody to tell.
      endSoon(thrown);
    }
  }

  private synchronized void attempt() {
    Part open = part;
    Pulse watch = pulse;
    if (open == null || watch == null || isEnding()) {
      return;
    }
    Asset asset = item.asset();
    if (asset != null && !renewed && asset.isExpiredAt(shop.clock().instant())) {
      renew(null);
      return;
    }
    watch.start();
    Outcome outcome;
    try {
      Receiver receiver = new Receiver(open, item.kind(), options);
      outcome = new Attempt(receiver, open, asset == null).run(this::open, item.host());
    } catch (StorageException e) {
      outcome = new Outcome.Lost(storage(e));
    } finally {
      watch.stop();
      inFlight = null;
    }
    follow(outcome, open);
  }

  private Response open(Headers headers) throws IOException {
    Hops hops =
        new Hops(
            shop.clients().reaching(options.reach()),
            new UrlRule(options.reach()),
            headers,
            this::underway);
    Asset asset = item.asset();
    return asset == null
        ? hops.open(shop.gateway().content(item.id(), headers))
        : hops.open(asset.address());
  }

  private void underway(Call call) {
    requests.incrementAndGet();
    inFlight = call;
    if (result.isDone() || ending != null) {
      call.cancel();
    }
  }

  private void follow(Outcome outcome, Part open) {
    if (isEnding()) {
      return;
    }
    if (outcome instanceof Outcome.Whole whole) {
      finish(open, whole.surely());
    } else if (outcome instanceof Outcome.Again again) {
      repeat(again.error(), open);
    } else if (outcome instanceof Outcome.Expired expired) {
      countFailure(open);
      renew(expired.error());
    } else if (outcome instanceof Outcome.Lost lost) {
      end(lost.error());
    }
  }

  /** Only bytes beyond the farthest so far are progress: a file that changes again is none. */
  private void countFailure(Part open) {
    failures = open.position() > best ? 1 : failures + 1;
    best = Math.max(best, open.position());
  }

  private void repeat(VideoTasksException error, Part open) {
    LOG.log(Level.DEBUG, () -> "task " + item.id() + ": " + error.getMessage());
    countFailure(open);
    if (failures > options.limits().failures()) {
      end(error);
      return;
    }
    later(Backoff.after(failures, error.details().retryAfter()));
  }

  private void later(Duration delay) {
    pause = shop.timekeeper().schedule(delay, () -> step(this::attempt));
    if (result.isDone()) {
      abort();
    }
  }

  /**
   * Asks the gateway for an address that works.
   *
   * @param why the refusal of the old one; null if only its text says that it has ended, which may
   *     be this machine's clock's fault
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void renew(@Nullable VideoTasksException why) {
    renewed = true;
    if (why != null && failures > options.limits().failures()) {
      end(why);
      return;
    }
    Duration left = options.limits().total().minus(elapsed());
    CompletableFuture<TaskState> asked =
        shop.gateway().ask(item.id(), left.isNegative() ? Duration.ofMillis(1) : left);
    question = asked;
    if (result.isDone()) {
      abort();
    }
    asked.whenComplete((task, error) -> step(() -> renewed(task, error, why)));
  }

  private synchronized void renewed(
      @Nullable TaskState task, @Nullable Throwable error, @Nullable VideoTasksException why) {
    question = null;
    if (isEnding()) {
      return;
    }
    if (task == null) {
      end(Chained.unwrapped(error));
      return;
    }
    Item now = item.in(task);
    boolean other = now != null && !Objects.equals(now.asset(), item.asset());
    if (why != null && !other) {
      end(why);
      return;
    }
    if (now != null) {
      item = now;
    }
    attempt();
  }

  private void finish(Part open, boolean surely) {
    try {
      Inspection inspection = new Inspection(open, item, options.expected());
      FileType type = inspection.type();
      VideoTasksException fault = type == null ? null : inspection.fault(type, surely);
      if (type == null || fault != null) {
        open.restart(null, null);
        repeat(
            fault != null
                ? fault
                : Problems.of(
                    ErrorKind.UNEXPECTED_FILE, "expected a file of this kind, found another"),
            open);
        return;
      }
      Path target = folder.resolve(item.stem() + "." + type.ending());
      Download download =
          new Download(
              item.id(),
              item.kind(),
              target,
              open.position(),
              open.sha256(),
              type.mediaType(),
              open.resumedFrom(),
              requests.get());
      open.finish(target);
      part = null;
      complete(download);
    } catch (StorageException e) {
      end(storage(e));
    }
  }

  private void complete(Download download) {
    Pulse watch = pulse;
    if (watch != null) {
      watch.stopAndTell();
    }
    try {
      if (parts != null) {
        parts.clean();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "what others left could not be deleted");
    }
    leave();
    Throwable thrown = ending;
    if (thrown != null) {
      result.completeExceptionally(thrown);
    }
    result.complete(download);
  }

  private static VideoTasksException storage(StorageException e) {
    Exception cause = e.getCause() instanceof Exception below ? below : e;
    return Problems.storage(String.valueOf(e.getMessage()), cause);
  }

  /** Ends the download with an error, the part put away first. */
  private synchronized void end(Throwable error) {
    if (!ended) {
      putAway(isOfUse(error));
      leave();
    }
    result.completeExceptionally(
        error instanceof VideoTasksException known
            ? known.with(known.details().after(requests.get(), elapsed()))
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

  private void putAway(boolean ofUse) {
    Part open = part;
    part = null;
    if (open == null) {
      return;
    }
    try {
      open.close(ofUse && options.isPartKept());
    } catch (IOException e) {
      // The download has failed for a better reason, or was cancelled.
      LOG.log(Level.DEBUG, () -> "task " + item.id() + ": the part could not be put away");
    }
  }

  private void leave() {
    ended = true;
    Pulse watch = pulse;
    if (watch != null) {
      watch.stop();
    }
    shop.slots().leave();
  }

  /** True if the download is over or about to be; then what is open is put away. */
  private boolean isEnding() {
    Throwable error = ending;
    if (result.isDone()) {
      putAwayAtLast();
    } else if (error != null) {
      end(error);
    }
    return result.isDone();
  }

  private synchronized void putAwayAtLast() {
    if (begun && !ended) {
      putAway(true);
      leave();
    }
  }

  private void timeOut() {
    endSoon(
        Problems.of(
            ErrorKind.CALL_TIMEOUT,
            "task %s: expected the file within %s, found it incomplete; allow more time"
                .formatted(item.id(), options.limits().total())));
  }

  /** Ends the download from outside a step: cuts the connection so that the step ends it. */
  private void endSoon(Throwable error) {
    ending = error;
    cut();
    Timekeeper.Alarm waiting = pause;
    if (waiting != null) {
      waiting.cancel();
    }
    CompletableFuture<TaskState> asked = question;
    if (asked != null) {
      asked.cancel(true);
    }
    shop.timekeeper().schedule(GRACE, () -> result.completeExceptionally(error));
    step(this::isEndingNow);
  }

  private synchronized void isEndingNow() {
    isEnding();
  }

  private void cut() {
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  /** However it ended, nothing stays open. */
  private void abort() {
    Timekeeper.Alarm deadline = limit;
    if (deadline != null) {
      deadline.cancel();
    }
    Timekeeper.Alarm waiting = pause;
    if (waiting != null) {
      waiting.cancel();
    }
    CompletableFuture<TaskState> asked = question;
    if (asked != null) {
      asked.cancel(true);
    }
    cut();
    step(this::putAwayAtLast);
  }

  private void step(Runnable work) {
    shop.threads().execute(work);
  }

  private Duration elapsed() {
    return Duration.ofNanos(shop.timekeeper().nanoTime() - startedAt);
  }
}

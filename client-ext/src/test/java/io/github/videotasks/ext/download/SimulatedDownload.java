package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.simulation.HistoryContext;
import io.github.videotasks.ext.simulation.Invariant;
import io.github.videotasks.ext.simulation.RandomValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A caller with one download, and what is expected of it. */
final class SimulatedDownload implements DownloadListener {

  /** A step that does not return at once may delay the end by this time. */
  private static final Duration GRACE_PERIOD = Duration.ofMillis(250);

  private final HistoryContext history;
  private final TaskId id;
  private final byte[] content;
  private final SplittableRandom random;
  private @Nullable CompletableFuture<Download> result;
  private boolean cancelled;
  private boolean closed;
  private boolean threw;
  private boolean notified;
  private long latestEnd = Long.MAX_VALUE;
  private long earliestRequest;
  private int faults;

  SimulatedDownload(HistoryContext history, TaskId id, byte[] content) {
    this.history = history;
    this.id = id;
    this.content = content;
    random = history.newRandom();
  }

  TaskId id() {
    return id;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void onStart(CompletableFuture<Download> started, Duration deadline) {
    result = started;
    latestEnd = history.now() + deadline.plus(GRACE_PERIOD).toNanos();
    if (closed) {
      started.completeExceptionally(new CancellationException());
    }
    started.whenComplete(this::onEnd);
  }

  void cancel() {
    if (result != null) {
      history.log("cancels", this);
      cancelled |= result.cancel(true);
    }
  }

  void close(VideoTasksException error) {
    closed = true;
    if (result != null) {
      result.completeExceptionally(error);
    }
  }

  /** Returns true from the start to the end. */
  boolean isOpen() {
    return result != null && !result.isDone();
  }

  private boolean isDone() {
    return result != null && result.isDone();
  }

  private void onEnd(@Nullable Download download, @Nullable Throwable error) {
    String end = download == null ? String.valueOf(error) : download.bytes() + " bytes";
    history.log(this, "is notified of the end:", end);
    notified = true;
    if (download != null) {
      checkContent(download);
    } else if (!mayFailWith(error)) {
      history.violate(Invariant.NO_LOST_END, this, "the file", String.valueOf(error));
    }
  }

  /** Without a fault, only the caller or a time limit ends a download without its file. */
  private boolean mayFailWith(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (cause instanceof VideoTasksException known) {
      return switch (known.kind()) {
        case CALL_TIMEOUT, WAIT_TIMEOUT -> true;
        case CLOSED -> closed;
        default -> faults > 0;
      };
    }
    return cancelled || closed || threw;
  }

  private void checkContent(Download download) {
    try {
      if (!Arrays.equals(Files.readAllBytes(download.path()), content)) {
        history.violate(Invariant.NO_LOST_END, this, "the content of the file", "other bytes");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records a fault of the host. */
  void onFault() {
    faults++;
  }

  /** Records that the host requires a pause. */
  void onRetryAfter(Duration pause) {
    earliestRequest = history.now() + pause.toNanos();
  }

  void onRequest() {
    history.log(this, "requests its file");
    if (isDone()) {
      history.violate(Invariant.NO_POLL_AFTER_END, this, "no request", "one after the end");
    }
    if (history.now() < earliestRequest) {
      history.violate(
          Invariant.RATE_KEPT, this, "no request before " + earliestRequest, history.now());
    }
  }

  @Override
  public void onProgress(DownloadProgress progress) {
    history.log(this, "progress", progress.bytes());
    if (notified || cancelled) {
      history.violate(Invariant.NO_DOUBLE_END, this, "no progress after the end", progress);
    }
    if (RandomValues.oneIn(random, 50)) {
      threw = true;
      history.log(this, "throws");
      throw new IllegalStateException("thrown by the listener");
    }
  }

  void checkDeadline() {
    if (history.now() > latestEnd && !isDone()) {
      history.violate(Invariant.DEADLINE_KEPT, this, "an end until " + latestEnd, "none");
    }
  }

  void checkEnded() {
    if (result != null && !notified) {
      history.violate(Invariant.NO_LOST_END, this, "a notification of the end", "none");
    }
  }

  @Override
  public String toString() {
    return "download of " + id;
  }
}

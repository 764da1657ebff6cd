package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import io.github.videotasks.ext.time.SerialRunner;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rate limiter for one gateway. Runs the polls of all loops in FIFO order within the configured
 * concurrency and request rate.
 *
 * <p>On HTTP 429 it pauses all polls for {@code Retry-After} (without one, for 1 s and twice as
 * long each time, at most 32 s) and doubles the interval between polls; each success shrinks the
 * interval again.
 */
final class GatewayRateLimiter {

  private static final long MIN_BACKOFF_INTERVAL = Duration.ofMillis(50).toNanos();
  private static final long MAX_BACKOFF_INTERVAL = Duration.ofSeconds(5).toNanos();
  private static final long INITIAL_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long MAX_PAUSE = Duration.ofSeconds(32).toNanos();

  /** The factor by which each success shrinks the interval. */
  private static final double RECOVERY_FACTOR = 0.9;

  private final Scheduler scheduler;
  private final RateLimits limits;
  private final Set<QueuedPoll> queue = new LinkedHashSet<>();
  private final SerialRunner dispatchRunner = new SerialRunner(this::dispatchAll);
  private boolean stopped;
  private int inFlight;
  private long interval;
  private long nextPause = INITIAL_PAUSE;
  private long nextStartAt;
  private long lastRateLimitedAt;
  private Scheduler.@Nullable ScheduledCall wakeUp;

  GatewayRateLimiter(Scheduler scheduler, RateLimits limits) {
    this.scheduler = scheduler;
    this.limits = limits;
    interval = limits.minInterval().toNanos();
    nextStartAt = scheduler.nanoTime();
    lastRateLimitedAt = nextStartAt - 1;
  }

  /**
   * Queues a poll and starts it as soon as the limits allow.
   *
   * @return the result of the poll; cancelling it removes the poll from the queue or aborts it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> submit(Supplier<CompletableFuture<TaskState>> poll) {
    QueuedPoll queued = new QueuedPoll(poll);
    synchronized (this) {
      queue.add(queued);
    }
    queued.result.whenComplete((state, error) -> remove(queued));
    dispatchRunner.run();
    return queued.result;
  }

  private void remove(QueuedPoll queued) {
    synchronized (this) {
      queue.remove(queued);
      if (queue.isEmpty() && wakeUp != null) {
        wakeUp.cancel();
        wakeUp = null;
      }
    }
    queued.cancelInFlight();
  }

  /** A loop instead of a recursion: polls may complete at once, in any number. */
  private void dispatchAll() {
    for (QueuedPoll next = takeNext(); next != null; next = takeNext()) {
      start(next);
    }
  }

  private synchronized @Nullable QueuedPoll takeNext() {
    if (stopped || queue.isEmpty() || inFlight >= limits.maxInFlight()) {
      return null;
    }
    long now = scheduler.nanoTime();
    if (nextStartAt - now > 0) {
      if (wakeUp == null) {
        wakeUp = scheduler.scheduleNonBlocking(Duration.ofNanos(nextStartAt - now), this::onWakeUp);
      }
      return null;
    }
    nextStartAt = now + interval;
    inFlight++;
    QueuedPoll next = queue.iterator().next();
    queue.remove(next);
    return next;
  }

  private void onWakeUp() {
    synchronized (this) {
      wakeUp = null;
    }
    dispatchRunner.run();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void start(QueuedPoll queued) {
    long pollStartedAt = scheduler.nanoTime();
    queued
        .start()
        .whenComplete(
            (state, error) -> {
              onCompletion(
                  pollStartedAt, error instanceof CompletionException ? error.getCause() : error);
              queued.complete(state, error);
              dispatchRunner.run();
            });
  }

  private synchronized void onCompletion(long pollStartedAt, @Nullable Throwable error) {
    inFlight--;
    if (error instanceof VideoTasksException known && known.kind() == ErrorKind.RATE_LIMITED) {
      Duration retryAfter = known.details().retryAfter();
      if (retryAfter != null) {
        startNotBefore(scheduler.nanoTime() + pauseOf(retryAfter));
      }
      // Several 429s for polls that were in flight together count once, but each Retry-After
      // counts.
      if (pollStartedAt - lastRateLimitedAt > 0) {
        backOff(retryAfter == null || retryAfter.isZero());
      }
    } else if (error == null) {
      nextPause = INITIAL_PAUSE;
      long least = limits.minInterval().toNanos();
      long shrunk = (long) (interval * RECOVERY_FACTOR);
      interval = shrunk < MIN_BACKOFF_INTERVAL / 2 ? least : Math.max(least, shrunk);
    }
  }

  private long pauseOf(Duration retryAfter) {
    return Math.min(limits.maxRetryAfter().toNanos(), saturatedNanos(retryAfter));
  }

  private void backOff(boolean pauses) {
    long now = scheduler.nanoTime();
    if (pauses) {
      startNotBefore(now + nextPause);
    }
    lastRateLimitedAt = now;
    nextPause = Math.min(MAX_PAUSE, nextPause * 2);
    interval = Math.max(MIN_BACKOFF_INTERVAL, Math.min(MAX_BACKOFF_INTERVAL, interval * 2));
  }

  /** Compares differences, because the clock may wrap around. */
  private void startNotBefore(long time) {
    nextStartAt = time - nextStartAt > 0 ? time : nextStartAt;
  }

  private static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }

  /**
   * Starts no more polls. Called before all waits are ended at close, because the end of one poll
   * would start the next.
   */
  synchronized void stop() {
    stopped = true;
  }

  /** Returns the number of polls that are queued or in flight. */
  synchronized int pendingPolls() {
    return queue.size() + inFlight;
  }

  /** One poll in the queue, or in flight. */
  private static final class QueuedPoll {

    private final Supplier<CompletableFuture<TaskState>> poll;
    final CompletableFuture<TaskState> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<TaskState> inFlight;

    QueuedPoll(Supplier<CompletableFuture<TaskState>> poll) {
      this.poll = poll;
    }

    CompletableFuture<TaskState> start() {
      if (result.isDone()) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      CompletableFuture<TaskState> response;
      try {
        response = poll.get();
      } catch (RuntimeException | Error thrown) {
        response = CompletableFuture.failedFuture(thrown);
      }
      inFlight = response;
      if (result.isDone()) {
        cancelInFlight();
      }
      return response;
    }

    void complete(@Nullable TaskState state, @Nullable Throwable error) {
      if (error != null) {
        result.completeExceptionally(error);
      } else {
        result.complete(state);
      }
    }

    void cancelInFlight() {
      CompletableFuture<TaskState> running = inFlight;
      if (running != null) {
        running.cancel(true);
      }
    }
  }
}

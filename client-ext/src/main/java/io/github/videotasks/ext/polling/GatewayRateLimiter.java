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
 * The way to one gateway: all questions of all waits pass it in the order of their coming, so many
 * at a time and so fast as the limits allow.
 *
 * <p>A 429 is an answer to all of them: it stops the lane for the time that the gateway asks for
 * and then doubles the gap between questions; each answer that is no 429 takes a part of it back.
 */
final class GatewayRateLimiter {

  private static final long MIN_BACKOFF_INTERVAL = Duration.ofMillis(50).toNanos();
  private static final long MAX_BACKOFF_INTERVAL = Duration.ofSeconds(5).toNanos();
  private static final long INITIAL_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long MAX_PAUSE = Duration.ofSeconds(32).toNanos();

  /** What an answer leaves of the extra gap. */
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

  GatewayRateLimiter(Scheduler timekeeper, RateLimits limits) {
    this.scheduler = timekeeper;
    this.limits = limits;
    interval = limits.minInterval().toNanos();
    nextStartAt = timekeeper.nanoTime();
    lastRateLimitedAt = nextStartAt - 1;
  }

  /**
   * Asks when it is its turn.
   *
   * @return the answer; cancelling it takes the question back or aborts it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> submit(Supplier<CompletableFuture<TaskState>> question) {
    QueuedPoll turn = new QueuedPoll(question);
    synchronized (this) {
      queue.add(turn);
    }
    turn.result.whenComplete((state, error) -> remove(turn));
    dispatchRunner.run();
    return turn.result;
  }

  private void remove(QueuedPoll turn) {
    synchronized (this) {
      queue.remove(turn);
      if (queue.isEmpty() && wakeUp != null) {
        wakeUp.cancel();
        wakeUp = null;
      }
    }
    turn.cancelInFlight();
  }

  /** Not deeper for answers that are there at once. */
  private void dispatchAll() {
    for (QueuedPoll turn = takeNext(); turn != null; turn = takeNext()) {
      start(turn);
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
    QueuedPoll turn = queue.iterator().next();
    queue.remove(turn);
    return turn;
  }

  private void onWakeUp() {
    synchronized (this) {
      wakeUp = null;
    }
    dispatchRunner.run();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void start(QueuedPoll turn) {
    long askedAt = scheduler.nanoTime();
    turn.start()
        .whenComplete(
            (state, error) -> {
              onCompletion(
                  askedAt, error instanceof CompletionException ? error.getCause() : error);
              turn.complete(state, error);
              dispatchRunner.run();
            });
  }

  private synchronized void onCompletion(long askedAt, @Nullable Throwable error) {
    inFlight--;
    if (error instanceof VideoTasksException known && known.kind() == ErrorKind.RATE_LIMITED) {
      // Those that were under way together say the same thing once.
      if (askedAt - lastRateLimitedAt > 0) {
        backOff(known.details().retryAfter());
      }
    } else if (error == null) {
      nextPause = INITIAL_PAUSE;
      long least = limits.minInterval().toNanos();
      long eased = (long) (interval * RECOVERY_FACTOR);
      interval = eased < MIN_BACKOFF_INTERVAL / 2 ? least : Math.max(least, eased);
    }
  }

  private void backOff(@Nullable Duration asked) {
    long now = scheduler.nanoTime();
    long most = limits.maxRetryAfter().toNanos();
    long stop = asked == null || asked.isZero() ? nextPause : Math.min(most, saturatedNanos(asked));
    nextStartAt = Math.max(nextStartAt, now + stop);
    lastRateLimitedAt = now;
    nextPause = Math.min(MAX_PAUSE, nextPause * 2);
    interval = Math.max(MIN_BACKOFF_INTERVAL, Math.min(MAX_BACKOFF_INTERVAL, interval * 2));
  }

  private static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }

  /** Before all waits are ended: the end of one must not be the turn of the next. */
  synchronized void stop() {
    stopped = true;
  }

  /** Questions that wait for their turn or for their answer. */
  synchronized int pendingPolls() {
    return queue.size() + inFlight;
  }

  /** One question. */
  private static final class QueuedPoll {

    private final Supplier<CompletableFuture<TaskState>> poll;
    final CompletableFuture<TaskState> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<TaskState> inFlight;

    QueuedPoll(Supplier<CompletableFuture<TaskState>> question) {
      this.poll = question;
    }

    CompletableFuture<TaskState> start() {
      if (result.isDone()) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      CompletableFuture<TaskState> asked;
      try {
        asked = poll.get();
      } catch (RuntimeException | Error thrown) {
        asked = CompletableFuture.failedFuture(thrown);
      }
      inFlight = asked;
      if (result.isDone()) {
        cancelInFlight();
      }
      return asked;
    }

    void complete(@Nullable TaskState state, @Nullable Throwable error) {
      if (error != null) {
        result.completeExceptionally(error);
      } else {
        result.complete(state);
      }
    }

    void cancelInFlight() {
      CompletableFuture<TaskState> asked = inFlight;
      if (asked != null) {
        asked.cancel(true);
      }
    }
  }
}

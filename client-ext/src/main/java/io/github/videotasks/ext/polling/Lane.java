package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
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
final class Lane {

  private static final long FIRST_GAP = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_GAP = Duration.ofSeconds(5).toNanos();
  private static final long FIRST_STOP = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_STOP = Duration.ofSeconds(32).toNanos();

  /** What an answer leaves of the extra gap. */
  private static final double EASED = 0.9;

  private final Timekeeper timekeeper;
  private final LaneLimits limits;
  private final Set<Turn> queue = new LinkedHashSet<>();
  private final Drain turns = new Drain(this::beginAll);
  private boolean stopped;
  private int inFlight;
  private long gap;
  private long pause = FIRST_STOP;
  private long openAt;
  private long slowedAt;
  private Timekeeper.@Nullable Alarm alarm;

  Lane(Timekeeper timekeeper, LaneLimits limits) {
    this.timekeeper = timekeeper;
    this.limits = limits;
    gap = limits.gap().toNanos();
    openAt = timekeeper.nanoTime();
    slowedAt = openAt - 1;
  }

  /**
   * Asks when it is its turn.
   *
   * @return the answer; cancelling it takes the question back or aborts it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> ask(Supplier<CompletableFuture<TaskState>> question) {
    Turn turn = new Turn(question);
    synchronized (this) {
      queue.add(turn);
    }
    turn.result.whenComplete((state, error) -> leave(turn));
    turns.run();
    return turn.result;
  }

  private void leave(Turn turn) {
    synchronized (this) {
      queue.remove(turn);
      if (queue.isEmpty() && alarm != null) {
        alarm.cancel();
        alarm = null;
      }
    }
    turn.abort();
  }

  /** Not deeper for answers that are there at once. */
  private void beginAll() {
    for (Turn turn = next(); turn != null; turn = next()) {
      begin(turn);
    }
  }

  private synchronized @Nullable Turn next() {
    if (stopped || queue.isEmpty() || inFlight >= limits.maxInFlight()) {
      return null;
    }
    long now = timekeeper.nanoTime();
    if (openAt - now > 0) {
      if (alarm == null) {
        alarm = timekeeper.scheduleBrief(Duration.ofNanos(openAt - now), this::reopen);
      }
      return null;
    }
    openAt = now + gap;
    inFlight++;
    Turn turn = queue.iterator().next();
    queue.remove(turn);
    return turn;
  }

  private void reopen() {
    synchronized (this) {
      alarm = null;
    }
    turns.run();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void begin(Turn turn) {
    long askedAt = timekeeper.nanoTime();
    turn.begin()
        .whenComplete(
            (state, error) -> {
              heard(askedAt, error instanceof CompletionException ? error.getCause() : error);
              turn.end(state, error);
              turns.run();
            });
  }

  private synchronized void heard(long askedAt, @Nullable Throwable error) {
    inFlight--;
    if (error instanceof VideoTasksException known && known.kind() == ErrorKind.RATE_LIMITED) {
      // Those that were under way together say the same thing once.
      if (askedAt - slowedAt > 0) {
        slowDown(known.details().retryAfter());
      }
    } else if (error == null) {
      pause = FIRST_STOP;
      long least = limits.gap().toNanos();
      long eased = (long) (gap * EASED);
      gap = eased < FIRST_GAP / 2 ? least : Math.max(least, eased);
    }
  }

  private void slowDown(@Nullable Duration asked) {
    long now = timekeeper.nanoTime();
    long most = limits.longestRetryAfter().toNanos();
    long stop = asked == null || asked.isZero() ? pause : Math.min(most, nanos(asked));
    openAt = Math.max(openAt, now + stop);
    slowedAt = now;
    pause = Math.min(LONGEST_STOP, pause * 2);
    gap = Math.max(FIRST_GAP, Math.min(LONGEST_GAP, gap * 2));
  }

  private static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }

  /** Before all waits are ended: the end of one must not be the turn of the next. */
  synchronized void stop() {
    stopped = true;
  }

  /** Questions that wait for their turn or for their answer. */
  synchronized int open() {
    return queue.size() + inFlight;
  }

  /** One question. */
  private static final class Turn {

    private final Supplier<CompletableFuture<TaskState>> question;
    final CompletableFuture<TaskState> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<TaskState> answer;

    Turn(Supplier<CompletableFuture<TaskState>> question) {
      this.question = question;
    }

    CompletableFuture<TaskState> begin() {
      if (result.isDone()) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      CompletableFuture<TaskState> asked;
      try {
        asked = question.get();
      } catch (RuntimeException | Error thrown) {
        asked = CompletableFuture.failedFuture(thrown);
      }
      answer = asked;
      if (result.isDone()) {
        abort();
      }
      return asked;
    }

    void end(@Nullable TaskState state, @Nullable Throwable error) {
      if (error != null) {
        result.completeExceptionally(error);
      } else {
        result.complete(state);
      }
    }

    void abort() {
      CompletableFuture<TaskState> asked = answer;
      if (asked != null) {
        asked.cancel(true);
      }
    }
  }
}

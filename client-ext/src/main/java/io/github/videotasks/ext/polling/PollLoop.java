package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The questions for one task, asked for everybody who waits for it in the same way: drives {@link
 * Verdict} with real questions and real time, as long as somebody waits.
 *
 * <p>At most one question or one alarm is open at any time, so the fields need no lock among the
 * steps; they are volatile because deadlines and cancels come from other threads.
 */
final class PollLoop {

  private static final System.Logger LOG = System.getLogger(PollLoop.class.getName());

  private final PollLoops.PollLoopKey key;
  private final PollLoops loops;
  private final Duration elapsedBefore;
  private final int initialPolls;
  private final long startedAt;
  private final List<PollLoopWatch> watches = new CopyOnWriteArrayList<>();

  private volatile PollHistory history;
  private volatile Duration lastResponseAt = Duration.ZERO;
  private volatile boolean ended;
  private volatile @Nullable CompletableFuture<TaskState> inFlight;
  private volatile Scheduler.@Nullable ScheduledCall nextPoll;

  /**
   * Begins or goes on.
   *
   * @param memory what was remembered elsewhere
   * @param before the time that passed elsewhere
   */
  PollLoop(PollLoops waits, PollLoops.PollLoopKey key, PollHistory memory, Duration before) {
    this.loops = waits;
    this.key = key;
    this.history = memory;
    this.elapsedBefore = before;
    initialPolls = memory.polls();
    startedAt = waits.scheduler().nanoTime();
  }

  TaskId id() {
    return key.id();
  }

  String gateway() {
    return loops.gateway();
  }

  String endpoint() {
    return key.source().endpoint();
  }

  Scheduler scheduler() {
    return loops.scheduler();
  }

  PollHistory history() {
    return history;
  }

  /** Takes one more caller in; false if the wait is over. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  boolean attach(PollLoopWatch subscription) {
    synchronized (this) {
      if (ended) {
        return false;
      }
      watches.add(subscription);
    }
    Scheduler.ScheduledCall deadline =
        scheduler().schedule(nonNegative(subscription.remaining()), subscription::onDeadline);
    // However it ends (answer, error, deadline, the caller's cancel), nothing stays behind.
    subscription
        .result()
        .whenComplete(
            (state, error) -> {
              deadline.cancel();
              detach(subscription);
            });
    TaskState last = history.lastState();
    if (last != null) {
      runIsolated(subscription, it -> it.report(last, history, elapsed()));
    }
    return true;
  }

  private void detach(PollLoopWatch subscription) {
    synchronized (this) {
      watches.remove(subscription);
      if (!watches.isEmpty() || ended) {
        return;
      }
      ended = true;
    }
    loops.remove(key, this);
    cancelPending();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void poll() {
    if (ended) {
      return;
    }
    CompletableFuture<TaskState> answer = loops.rateLimiter().submit(this::fetch);
    inFlight = answer;
    if (ended) {
      cancelPending();
    }
    answer.whenComplete(this::onResult);
  }

  private CompletableFuture<TaskState> fetch() {
    return key.source().fetch(id(), remaining());
  }

  private Duration remaining() {
    Duration most = Verdict.MIN_PAUSE;
    for (PollLoopWatch subscription : watches) {
      Duration left = subscription.remaining();
      most = left.compareTo(most) > 0 ? left : most;
    }
    return most;
  }

  private void onResult(@Nullable TaskState state, @Nullable Throwable error) {
    if (ended) {
      return;
    }
    try {
      Throwable problem = error instanceof CompletionException ? error.getCause() : error;
      if (state != null) {
        LOG.log(Level.DEBUG, () -> "answer: " + state);
        Verdict verdict = Verdict.afterResponse(context(), history, state);
        history = verdict.memory();
        forEach(it -> it.report(state, verdict.memory(), elapsed()));
        apply(verdict);
      } else if (problem instanceof VideoTasksException known) {
        Verdict verdict = Verdict.afterError(context(), history, known);
        history = verdict.memory();
        apply(verdict);
      } else {
        fail(problem == null ? new IllegalStateException("neither answer nor error") : problem);
      }
    } catch (RuntimeException | Error thrown) {
      // The schedule's own: without this the wait would hang until its deadline.
      fail(thrown);
    }
  }

  private void apply(Verdict verdict) {
    if (verdict instanceof Verdict.Done done) {
      recordDuration(done.state());
      endWith(it -> it.result().complete(done.state()));
    } else if (verdict instanceof Verdict.GiveUp giveUp) {
      fail(giveUp.error());
    } else if (verdict instanceof Verdict.Again again) {
      lastResponseAt = elapsed();
      nextPoll = scheduler().scheduleNonBlocking(again.pause(), this::poll);
      if (ended) {
        cancelPending();
      }
      forEach(PollLoopWatch::reportPoll);
    }
  }

  private void fail(Throwable problem) {
    endWith(it -> it.result().completeExceptionally(problem));
  }

  /** Whoever comes from now on begins a wait of their own, as nothing is asked here any more. */
  private void endWith(Consumer<PollLoopWatch> action) {
    synchronized (this) {
      ended = true;
    }
    loops.remove(key, this);
    forEach(action);
  }

  private void forEach(Consumer<PollLoopWatch> action) {
    for (PollLoopWatch subscription : watches) {
      runIsolated(subscription, action);
    }
  }

  /** A listener that throws ends its own part and nobody else's. */
  private static void runIsolated(PollLoopWatch subscription, Consumer<PollLoopWatch> action) {
    try {
      action.accept(subscription);
    } catch (RuntimeException | Error thrown) {
      subscription.result().completeExceptionally(thrown);
    }
  }

  /** Only from a task whose end was seen, not from one that had ended before. */
  private void recordDuration(TaskState end) {
    if (end.stage() == Stage.SUCCEEDED && !lastResponseAt.isZero()) {
      Duration middle = elapsed().plus(lastResponseAt).dividedBy(2);
      loops
          .durationStatistics()
          .recordDuration(id(), history.ageAtStart().plus(middle).toNanos() / 1e9);
    }
  }

  private void cancelPending() {
    Scheduler.ScheduledCall alarm = nextPoll;
    if (alarm != null) {
      alarm.cancel();
    }
    CompletableFuture<TaskState> open = inFlight;
    if (open != null) {
      open.cancel(true);
    }
  }

  private PollContext context() {
    return new PollContext(
        id(),
        key.policy(),
        elapsed(),
        remaining(),
        scheduler().now(),
        loops.durationStatistics().profileOf(id()),
        jitter());
  }

  /** The first pause here, after which waits that began together would be due together again. */
  private double jitter() {
    double usual = key.policy().jitter();
    boolean first = history.polls() == initialPolls;
    return first && usual > 0 ? Math.max(usual, Jitter.initialJitter(loops.size())) : usual;
  }

  private Duration elapsed() {
    return elapsedBefore.plusNanos(scheduler().nanoTime() - startedAt);
  }

  private static Duration nonNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Not toNanos(), which fails for what is longer than 292 years. */
  static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Poll loop for one task, shared by all callers that wait with the same policy. Applies the {@link
 * PollDecisions} to real responses and real time, and stops when the last caller leaves.
 *
 * <p>At any time at most one poll is in flight or one call of the scheduler is pending, so the
 * steps need no lock against each other; the fields are volatile because deadlines and
 * cancellations come from other threads.
 */
final class PollLoop {

  private static final System.Logger LOG = System.getLogger(PollLoop.class.getName());

  private final PollLoops.PollLoopKey key;
  private final PollLoops loops;
  private final WaitWindow window;
  private final int initialPolls;
  private final long startedAt;
  private volatile PollLoopWatch[] watches = {};

  private volatile PollHistory history;
  private volatile @Nullable TaskState lastResponse;
  private volatile Duration lastResponseAt = Duration.ZERO;
  private volatile boolean ended;
  private volatile @Nullable CompletableFuture<TaskState> inFlight;
  private volatile Scheduler.@Nullable ScheduledCall nextPoll;

  /**
   * Creates a loop that has not polled yet.
   *
   * @param window of the first caller; of a resumed wait, it includes the time in other processes
   * @param history of a resumed wait; {@link PollHistory#EMPTY} for a new one
   */
  PollLoop(PollLoops loops, PollLoops.PollLoopKey key, WaitWindow window, PollHistory history) {
    this.loops = loops;
    this.key = key;
    this.history = history;
    this.window = window;
    initialPolls = history.polls();
    startedAt = loops.scheduler().nanoTime();
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

  /** Returns the history, with the whole last response if it is kept. */
  PollHistory history() {
    TaskState whole = lastResponse;
    return whole == null ? history : history.withLastState(whole);
  }

  /**
   * Keeps of the response what the next decision needs. A response with its JSON takes up to 100
   * times the memory of everything else. A task that has ended keeps it: it may be the result.
   */
  private void keep(PollHistory updated, TaskState state) {
    boolean keepsAll = state.stage().isTerminal();
    history = keepsAll ? updated : updated.withLastState(state.withoutBody());
    if (!keepsAll && key.policy().keepsTimeline()) {
      lastResponse = state;
      loops.recentResponses().add(this);
    } else {
      lastResponse = null;
    }
  }

  void dropLastResponse() {
    lastResponse = null;
  }

  /** Adds a caller; returns false if the loop has ended. */
  boolean attach(PollLoopWatch watch) {
    synchronized (this) {
      if (ended) {
        return false;
      }
      PollLoopWatch[] more = Arrays.copyOf(watches, watches.length + 1);
      more[watches.length] = watch;
      watches = more;
    }
    watch.startDeadline();
    PollHistory known = history();
    TaskState last = known.lastState();
    if (last != null) {
      runIsolated(watch, it -> it.report(last, known, elapsed()));
    }
    return true;
  }

  /**
   * Removes a caller, if it has not left before; the last one ends the loop. Cancels nothing,
   * because that starts the next queued poll, and the end is not visible yet.
   */
  void detach(PollLoopWatch watch) {
    synchronized (this) {
      watches = Arrays.stream(watches).filter(it -> it != watch).toArray(PollLoopWatch[]::new);
      if (watches.length > 0 || ended) {
        return;
      }
      ended = true;
    }
    loops.remove(key, this);
  }

  /** Cancels the poll that is in flight, queued or scheduled, if the loop has ended. */
  void cancelPendingIfEnded() {
    if (ended) {
      cancelPending();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void poll() {
    if (ended) {
      return;
    }
    CompletableFuture<TaskState> response = loops.rateLimiter().submit(this::fetch);
    inFlight = response;
    if (ended) {
      cancelPending();
    }
    response.whenComplete(
        (state, error) ->
            loops.decisionExecutor(key.policy().schedule()).execute(() -> onResult(state, error)));
  }

  private CompletableFuture<TaskState> fetch() {
    if (ended) {
      return CompletableFuture.failedFuture(new CancellationException());
    }
    return key.source().fetch(id(), remaining());
  }

  /** The time until the last deadline of all callers, at least the minimal pause. */
  private Duration remaining() {
    Duration most = PollDecisions.MIN_PAUSE;
    for (PollLoopWatch watch : watches) {
      Duration remaining = watch.remaining();
      most = remaining.compareTo(most) > 0 ? remaining : most;
    }
    return most;
  }

  private void onResult(@Nullable TaskState state, @Nullable Throwable error) {
    // It holds the response.
    inFlight = null;
    if (ended) {
      return;
    }
    try {
      Throwable problem = error instanceof CompletionException ? error.getCause() : error;
      if (state != null) {
        LOG.log(Level.DEBUG, () -> "response: " + state);
        loops.recordGatewayResponse();
        PollContext context = context();
        PollDecision decision = PollDecisions.afterResponse(context, snapshot(context), state);
        PollHistory updated = decision.snapshot().history();
        keep(updated, state);
        forEach(it -> it.report(state, updated, elapsed()));
        apply(decision);
      } else if (problem instanceof VideoTasksException known) {
        if (PollDecisions.isUnknownTask(known)) {
          loops.recordGatewayResponse();
        }
        PollContext context = context();
        PollDecision decision = PollDecisions.afterError(context, snapshot(context), known);
        history = decision.snapshot().history();
        apply(decision);
      } else {
        fail(
            problem == null
                ? new IllegalStateException("expected a response or an error, found neither")
                : problem);
      }
    } catch (RuntimeException | Error thrown) {
      // Such as one of a custom schedule: without this the wait would hang until its deadline.
      fail(thrown);
    }
  }

  private void apply(PollDecision decision) {
    if (decision instanceof PollDecision.Finish finish) {
      recordDuration(finish.state());
      endWith(it -> it.result().complete(finish.state()));
    } else if (decision instanceof PollDecision.GiveUp) {
      endWith(PollLoopWatch::onGiveUp);
    } else {
      PollDecision.PollAgain again = (PollDecision.PollAgain) decision;
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

  /** Ends the loop. A caller that comes later starts a new one, because this one polls no more. */
  private void endWith(Consumer<PollLoopWatch> action) {
    synchronized (this) {
      ended = true;
    }
    loops.remove(key, this);
    forEach(action);
  }

  private void forEach(Consumer<PollLoopWatch> action) {
    for (PollLoopWatch watch : watches) {
      runIsolated(watch, action);
    }
  }

  /** A listener that throws ends the wait of its own caller only. */
  private static void runIsolated(PollLoopWatch watch, Consumer<PollLoopWatch> action) {
    try {
      action.accept(watch);
    } catch (RuntimeException | Error thrown) {
      watch.result().completeExceptionally(thrown);
    }
  }

  /** Learns only from a task that ended between two polls, not from one that had ended before. */
  private void recordDuration(TaskState end) {
    if (end.stage() == Stage.SUCCEEDED && !lastResponseAt.isZero()) {
      Duration middle = elapsed().plus(lastResponseAt).dividedBy(2);
      loops
          .durationStatistics()
          .recordDuration(id(), history.ageAtStart().plus(middle).toNanos() / 1e9);
    }
  }

  private void cancelPending() {
    Scheduler.ScheduledCall scheduled = nextPoll;
    if (scheduled != null) {
      scheduled.cancel();
    }
    CompletableFuture<TaskState> running = inFlight;
    if (running != null) {
      running.cancel(true);
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
        loops.hasGatewayResponded(),
        jitter());
  }

  /**
   * The snapshot to decide from. Each caller has its own deadline, so this has that of the caller
   * that waits longest.
   */
  private WaitSnapshot snapshot(PollContext context) {
    return new WaitSnapshot(
        gateway(),
        endpoint(),
        id(),
        window.startedAt(),
        context.wallClock().plus(context.remaining()),
        context.elapsed(),
        history);
  }

  /** More jitter for the first pause, after which loops that began together are due together. */
  private double jitter() {
    double usual = key.policy().jitter();
    boolean first = history.polls() == initialPolls;
    return first && usual > 0 ? Math.max(usual, Jitter.initialJitter(loops.size())) : usual;
  }

  private Duration elapsed() {
    return window.elapsedBefore().plusNanos(scheduler().nanoTime() - startedAt);
  }

  /** Not {@code toNanos()}, which throws for durations above 292 years. */
  static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}

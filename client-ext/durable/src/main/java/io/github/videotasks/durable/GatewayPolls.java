package io.github.videotasks.durable;

import io.github.videotasks.durable.PaceTable.Slots;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts the polls of one gateway on this node, each in its slot of the shared rate. */
final class GatewayPolls {

  /** A slot that is missed by more expires unused, or two bursts could exceed the rate. */
  private static final Duration SLOT_EXPIRY = Duration.ofMillis(80);

  /** The pause after a wait that this node cannot read; another node may be able to. */
  private static final Duration UNREADABLE_PAUSE = Duration.ofSeconds(30);

  private static final int MAX_TEXT = 300;

  private static final Duration SLOW_TIME = Duration.ofSeconds(1);

  /** A source must respond within the timeout of the gateway; this is for one that does not. */
  private static final Duration TIMEOUT_MARGIN = Duration.ofSeconds(1);

  private final DurableGateway gateway;
  private final GatewayPace pace;
  private final StepRules rules;
  private final DatabaseClock clock;
  private final ScheduledExecutorService timer;
  private final RareReports problems;
  private volatile long slowUntil;

  GatewayPolls(
      DurableGateway gateway,
      GatewayPace pace,
      StepRules rules,
      DatabaseClock clock,
      ScheduledExecutorService timer,
      Reports reports) {
    this.gateway = gateway;
    this.pace = pace;
    this.rules = rules;
    this.clock = clock;
    this.timer = timer;
    problems = new RareReports(reports, clock);
    slowUntil = clock.nanos();
  }

  GatewayPace pace() {
    return pace;
  }

  /** The time after which a parked poll has ended, whatever happens to it. */
  Duration lease() {
    return gateway.pollTimeout().plus(TIMEOUT_MARGIN).plus(TIMEOUT_MARGIN);
  }

  /** Whether the polls of a batch exceeded its time slice within the last second. */
  boolean isSlow() {
    return clock.nanos() - slowUntil < 0;
  }

  /** No batch waits for the polls of this gateway for a second. */
  void markSlow() {
    slowUntil = clock.nanos() + SLOW_TIME.toNanos();
  }

  /**
   * Starts polls.
   *
   * @return those for which there was a slot; the other waits stay due
   */
  List<OpenPoll> start(List<WaitRow> rows) {
    Slots slots = pace.reserve(rows.size());
    List<OpenPoll> started = new ArrayList<>(slots.count());
    Instant now = clock.now();
    for (int i = 0; i < slots.count(); i++) {
      OpenPoll poll = new OpenPoll(rows.get(i), this, new CompletableFuture<>());
      started.add(poll);
      startAt(poll, slots.at(i), now, slots.stepMicros() > 0);
    }
    return started;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the step is completed in any case
  private void startAt(OpenPoll poll, Instant slot, Instant now, boolean expires) {
    long delay = Duration.between(now, slot).toNanos();
    if (delay <= 0) {
      poll(poll, slot, expires);
      return;
    }
    try {
      timer.schedule(() -> poll(poll, slot, expires), delay, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The node is being closed.
      endUnused(poll, now);
    }
  }

  private void endUnused(OpenPoll poll, Instant dueAt) {
    pace.release();
    poll.step().complete(new Step.Continue(poll.row(), dueAt, null));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void poll(OpenPoll poll, Instant slot, boolean expires) {
    Instant startedAt = clock.now();
    if (poll.step().isDone() || (expires && startedAt.isAfter(slot.plus(SLOT_EXPIRY)))) {
      endUnused(poll, startedAt);
      return;
    }
    CompletableFuture<TaskState> response = fetch(poll.row());
    poll.step()
        .whenComplete(
            (step, error) -> {
              if (error != null) {
                response.cancel(true);
              }
            });
    response.whenComplete((state, error) -> onResult(poll, startedAt, state, unwrap(error)));
  }

  /** A source that throws, even an error, has responded: else its poll would never end. */
  private CompletableFuture<TaskState> fetch(WaitRow row) {
    try {
      return gateway
          .source()
          .fetch(new TaskId(row.task()), gateway.pollTimeout())
          .orTimeout(gateway.pollTimeout().plus(TIMEOUT_MARGIN).toNanos(), TimeUnit.NANOSECONDS);
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static @Nullable Throwable unwrap(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof TimeoutException
        ? VideoTasksException.of(
            "expected a response within the poll timeout, found none",
            ErrorDetails.of(ErrorKind.CALL_TIMEOUT),
            null)
        : cause;
  }

  private void onResult(
      OpenPoll poll, Instant startedAt, @Nullable TaskState state, @Nullable Throwable error) {
    try {
      pace.release(startedAt, error);
    } finally {
      if (!poll.step().isDone()) {
        poll.step().complete(step(poll.row(), state, error));
      }
    }
  }

  /** A wait that this node cannot step must not stop the others of its batch. */
  private Step step(WaitRow row, @Nullable TaskState state, @Nullable Throwable error) {
    Instant now = clock.now();
    try {
      if (state == null && !StepRules.isOfTheGateway(error)) {
        problems.report(
            "poll of " + row.gateway() + "/" + row.task(),
            new IllegalStateException(MaskedExcerpt.of(String.valueOf(error), MAX_TEXT)));
      }
      return rules.after(row, state, error, now);
    } catch (RuntimeException | Error e) {
      problems.report("step of " + row.gateway() + "/" + row.task(), e);
      return StepRules.afterNodeProblem(row, e, now, UNREADABLE_PAUSE);
    }
  }
}

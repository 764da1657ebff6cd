package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller of a poll loop, with its own deadline, listener and result. */
final class PollLoopWatch implements TaskWatch {

  private final PollLoop loop;
  private final TaskListener listener;
  private final WaitWindow window;
  private final long deadlineNanos;
  private final CompletableFuture<TaskState> result = new WaitResult();
  private volatile Scheduler.@Nullable ScheduledCall deadline;
  private @Nullable TaskState lastReported;
  private boolean stallReported;

  /**
   * The result of the wait. Whatever ends the wait with an error, such as the close of the client,
   * the error reports the polls, the time and the last response of the wait.
   *
   * <p>Leaves the loop before the end is visible: a dependent stage may block, and meanwhile
   * nothing may be polled for this wait.
   */
  private final class WaitResult extends CompletableFuture<TaskState> {
    @Override
    public boolean complete(TaskState state) {
      loop.detach(PollLoopWatch.this);
      return released(super.complete(state));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
      Throwable reported =
          error instanceof VideoTasksException known && !isDone()
              ? loop.history().endingWith(known, elapsed())
              : error;
      loop.detach(PollLoopWatch.this);
      return released(super.completeExceptionally(reported));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      loop.detach(PollLoopWatch.this);
      return released(super.cancel(mayInterruptIfRunning));
    }

    /** Whatever ended the wait, nothing may be left over. */
    private boolean released(boolean completed) {
      cancelDeadline();
      loop.cancelPendingIfEnded();
      return completed;
    }

    /** Dependent futures are plain ones: only this one is completed by errors of the wait. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }

  PollLoopWatch(PollLoop loop, TaskListener listener, WaitWindow window) {
    this.loop = loop;
    this.listener = listener;
    this.window = window;
    deadlineNanos =
        loop.scheduler().nanoTime()
            + PollLoop.saturatedNanos(window.total().minus(window.elapsedBefore()));
  }

  @Override
  public TaskId id() {
    return loop.id();
  }

  @Override
  public CompletableFuture<TaskState> result() {
    return result;
  }

  void startDeadline() {
    Duration remaining = remaining();
    deadline =
        loop.scheduler()
            .schedule(remaining.isNegative() ? Duration.ZERO : remaining, this::onDeadline);
    if (result.isDone()) {
      cancelDeadline();
    }
  }

  private void cancelDeadline() {
    Scheduler.ScheduledCall call = deadline;
    if (call != null) {
      call.cancel();
      deadline = null;
    }
  }

  Duration remaining() {
    return Duration.ofNanos(deadlineNanos - loop.scheduler().nanoTime());
  }

  private Duration elapsed() {
    return window.total().minus(remaining());
  }

  @Override
  public WaitSnapshot snapshot() {
    return new WaitSnapshot(
        loop.gateway(),
        loop.endpoint(),
        loop.id(),
        window.startedAt(),
        window.startedAt().plus(window.total()),
        elapsed(),
        loop.history());
  }

  @Override
  public Timeline timeline() {
    return loop.history().timeline();
  }

  /**
   * Notifies the listener of what is new to it: another caller of the loop may have been notified
   * before.
   */
  synchronized void report(TaskState state, PollHistory history, Duration elapsed) {
    if (result.isDone() || listener == TaskListener.none()) {
      return;
    }
    TaskState before = lastReported;
    lastReported = state.withoutBody();
    if (PollHistory.isChange(before, state)) {
      stallReported = false;
      listener.onChange(state);
      // The listener, or the deadline while it ran, may have ended the wait.
      if (before != null && PollHistory.isRegression(before, state) && !result.isDone()) {
        listener.onRegression(before, state);
      }
    } else if (history.streaks().stalled() && !stallReported) {
      stallReported = true;
      listener.onStall(state, elapsed.minus(history.lastChangeAt()));
    }
  }

  synchronized void reportPoll() {
    if (!result.isDone() && listener != TaskListener.none()) {
      listener.onPoll(snapshot());
    }
  }

  /** Ends the wait with the error of the last poll, counted for this caller. */
  void onGiveUp() {
    VideoTasksException error = loop.history().lastError();
    if (error == null) {
      throw new IllegalStateException("expected the error of the last poll, found none");
    }
    result.completeExceptionally(error);
  }

  /** Ends the wait at its deadline. A task that has ended is a result also without its URL. */
  void onDeadline() {
    PollHistory history = loop.history();
    TaskState last = history.lastState();
    if (last != null && last.stage().isTerminal()) {
      result.complete(last);
    } else {
      result.completeExceptionally(
          new WaitTimeoutException(loop.id(), history, window.total(), elapsed()));
    }
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller's part in a wait: a deadline, a listener and a result of its own. */
final class PollLoopWatch implements TaskWatch {

  private final PollLoop loop;
  private final TaskListener listener;
  private final WaitWindow window;
  private final long deadlineNanos;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();
  private @Nullable TaskState lastReported;
  private boolean stallReported;

  PollLoopWatch(PollLoop wait, TaskListener listener, WaitWindow span) {
    this.loop = wait;
    this.listener = listener;
    this.window = span;
    deadlineNanos =
        wait.scheduler().nanoTime()
            + PollLoop.saturatedNanos(span.total().minus(span.elapsedBefore()));
  }

  @Override
  public TaskId id() {
    return loop.id();
  }

  @Override
  public CompletableFuture<TaskState> result() {
    return result;
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

  /** Tells what is new to this listener, whoever heard of it before. */
  synchronized void report(TaskState state, PollHistory memory, Duration elapsed) {
    if (result.isDone()) {
      return;
    }
    TaskState before = lastReported;
    lastReported = state;
    if (PollHistory.isChange(before, state)) {
      stallReported = false;
      listener.onChange(state);
      if (before != null && PollHistory.isRegression(before, state)) {
        listener.onRegression(before, state);
      }
    } else if (memory.streaks().stalled() && !stallReported) {
      stallReported = true;
      listener.onStall(state, elapsed.minus(memory.lastChangeAt()));
    }
  }

  synchronized void reportPoll() {
    if (!result.isDone()) {
      listener.onPoll(snapshot());
    }
  }

  /** At the deadline: a task that has ended, if only without its address, is an answer. */
  void onDeadline() {
    PollHistory memory = loop.history();
    TaskState last = memory.lastState();
    if (last != null && last.stage().isTerminal()) {
      result.complete(last);
    } else {
      result.completeExceptionally(
          new WaitTimeoutException(loop.id(), memory, window.total(), elapsed()));
    }
  }
}

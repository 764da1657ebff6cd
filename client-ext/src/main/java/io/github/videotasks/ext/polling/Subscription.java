package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller's part in a wait: a deadline, a listener and a result of its own. */
final class Subscription implements TaskWatch {

  private final Wait wait;
  private final TaskListener listener;
  private final Span span;
  private final long endsAt;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();
  private @Nullable TaskState told;
  private boolean stallTold;

  Subscription(Wait wait, TaskListener listener, Span span) {
    this.wait = wait;
    this.listener = listener;
    this.span = span;
    endsAt = wait.timekeeper().nanoTime() + Wait.nanos(span.total().minus(span.before()));
  }

  @Override
  public TaskId id() {
    return wait.id();
  }

  @Override
  public CompletableFuture<TaskState> result() {
    return result;
  }

  Duration left() {
    return Duration.ofNanos(endsAt - wait.timekeeper().nanoTime());
  }

  private Duration elapsed() {
    return span.total().minus(left());
  }

  @Override
  public WaitSnapshot snapshot() {
    return new WaitSnapshot(
        wait.gateway(),
        wait.way(),
        wait.id(),
        span.began(),
        span.began().plus(span.total()),
        elapsed(),
        wait.memory());
  }

  @Override
  public Timeline timeline() {
    return wait.memory().timeline();
  }

  /** Tells what is new to this listener, whoever heard of it before. */
  synchronized void tell(TaskState state, WaitMemory memory, Duration elapsed) {
    if (result.isDone()) {
      return;
    }
    TaskState before = told;
    told = state;
    if (WaitMemory.isChange(before, state)) {
      stallTold = false;
      listener.changed(state);
      if (before != null && WaitMemory.wentBack(before, state)) {
        listener.wentBack(before, state);
      }
    } else if (memory.streaks().stalled() && !stallTold) {
      stallTold = true;
      listener.stalled(state, elapsed.minus(memory.changedAt()));
    }
  }

  synchronized void tellAsked() {
    if (!result.isDone()) {
      listener.asked(snapshot());
    }
  }

  /** At the deadline: a task that has ended, if only without its address, is an answer. */
  void timeOut() {
    WaitMemory memory = wait.memory();
    TaskState last = memory.last();
    if (last != null && last.stage().isTerminal()) {
      result.complete(last);
    } else {
      result.completeExceptionally(
          new WaitTimeoutException(wait.id(), memory, span.total(), elapsed()));
    }
  }
}

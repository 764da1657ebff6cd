package io.github.videotasks.ext;

import io.github.videotasks.ext.callback.CallbackQueue;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Notifies the listener of a caller through a {@link CallbackQueue}. */
final class QueuedTaskListener implements TaskListener {

  private static final Object STATE = new Object();
  private static final Object SNAPSHOT = new Object();

  private final TaskListener listener;
  private final CallbackQueue queue;
  private @Nullable CompletableFuture<TaskState> wait;
  private @Nullable Throwable thrown;

  QueuedTaskListener(TaskListener listener, CallbackQueue queue) {
    this.listener = listener;
    this.queue = queue;
  }

  /**
   * Sets the wait, which an exception of the listener ends. The listener may have thrown before.
   */
  void attachTo(CompletableFuture<TaskState> result) {
    Throwable error;
    synchronized (this) {
      wait = result;
      error = thrown;
    }
    if (error != null) {
      result.completeExceptionally(error);
    }
  }

  @Override
  public void onChange(TaskState state) {
    queue.addEvent(
        STATE, CallbackQueue.MAX_PENDING, () -> runUnlessOver(() -> listener.onChange(state)));
  }

  @Override
  public void onRegression(TaskState before, TaskState now) {
    queue.addEvent(
        STATE,
        CallbackQueue.MAX_PENDING,
        () -> runUnlessOver(() -> listener.onRegression(before, now)));
  }

  @Override
  public void onStall(TaskState state, Duration unchanged) {
    queue.addEvent(
        STATE,
        CallbackQueue.MAX_PENDING,
        () -> runUnlessOver(() -> listener.onStall(state, unchanged)));
  }

  @Override
  public void onPoll(WaitSnapshot snapshot) {
    queue.addEvent(SNAPSHOT, 1, () -> runUnlessOver(() -> listener.onPoll(snapshot)));
  }

  private void runUnlessOver(Runnable notification) {
    CompletableFuture<TaskState> result;
    synchronized (this) {
      result = wait;
      if (thrown != null || (result != null && result.isCancelled())) {
        return;
      }
    }
    try {
      notification.run();
    } catch (RuntimeException | Error error) {
      endWith(error);
    }
  }

  private void endWith(Throwable error) {
    CompletableFuture<TaskState> result;
    synchronized (this) {
      thrown = error;
      result = wait;
    }
    if (result != null) {
      result.completeExceptionally(error);
    }
  }
}

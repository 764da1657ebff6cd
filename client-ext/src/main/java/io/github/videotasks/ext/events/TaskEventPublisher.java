package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Publisher of the events of many tasks, in the order in which they happen. Completes after the
 * last task. Implements Reactive Streams.
 *
 * <p>Each subscriber has its own waits, which share their polls with all others. For a slow
 * subscriber, events without demand are merged: at most one event of each type is kept for a task.
 */
public final class TaskEventPublisher implements Flow.Publisher<TaskEvent> {

  /** Starts the wait for one task. */
  @FunctionalInterface
  public interface WatchStarter {
    /**
     * Starts a wait.
     *
     * @param id the task
     * @param listener is notified of changes
     * @return the wait; the subscription cancels its {@link TaskWatch#result}
     */
    TaskWatch watch(TaskId id, TaskListener listener);
  }

  private final Set<TaskId> ids;
  private final WatchStarter watchStarter;
  private final Executor callbacks;

  /**
   * Creates a publisher. No wait starts before the first subscription.
   *
   * @param ids the tasks; duplicates count once
   * @param watchStarter starts the wait for one task
   * @param callbacks calls the methods of the subscribers, except {@code onSubscribe}
   */
  public TaskEventPublisher(Collection<TaskId> ids, WatchStarter watchStarter, Executor callbacks) {
    this.ids = new LinkedHashSet<>(ids);
    this.watchStarter = watchStarter;
    this.callbacks = callbacks;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super TaskEvent> subscriber) {
    new TaskEventSubscription(
            Objects.requireNonNull(subscriber, "subscriber"), ids.size(), callbacks)
        .start(ids, watchStarter);
  }
}

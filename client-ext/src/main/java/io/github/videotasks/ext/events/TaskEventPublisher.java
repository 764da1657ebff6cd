package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Flow;

/**
 * The events of many tasks, in the order in which they happen; it completes after the last end.
 *
 * <p>Each subscriber begins waits of its own, which share their questions with all others. A
 * subscriber that is slow gets less, not later: what it has not asked for yet is merged, so that at
 * most one event of each kind is kept for a task.
 */
public final class TaskEventPublisher implements Flow.Publisher<TaskEvent> {

  /** Begins the wait for one task. */
  @FunctionalInterface
  public interface WatchStarter {
    TaskWatch watch(TaskId id, TaskListener listener);
  }

  private final Set<TaskId> ids;
  private final WatchStarter watchStarter;

  /**
   * Nothing is asked before somebody subscribes.
   *
   * @param ids the tasks; each counts once
   */
  public TaskEventPublisher(Collection<TaskId> ids, WatchStarter start) {
    this.ids = new LinkedHashSet<>(ids);
    this.watchStarter = start;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super TaskEvent> subscriber) {
    new TaskEventSubscription(Objects.requireNonNull(subscriber, "subscriber"), ids.size())
        .start(ids, watchStarter);
  }
}

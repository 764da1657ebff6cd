package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.time.SerialRunner;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Subscription of one subscriber: buffers its events until there is demand, delivers serially. */
final class TaskEventSubscription implements Flow.Subscription {

  private static final System.Logger LOG = System.getLogger(TaskEventSubscription.class.getName());

  private final EventBuffer buffer = new EventBuffer();
  private final Queue<TaskWatch> openWatches = new ConcurrentLinkedQueue<>();
  private final SerialRunner deliveryRunner;
  private final AtomicInteger remainingTasks;
  private volatile Flow.@Nullable Subscriber<? super TaskEvent> subscriber;
  private volatile @Nullable IllegalArgumentException demandError;

  TaskEventSubscription(
      Flow.Subscriber<? super TaskEvent> subscriber, int tasks, Executor callbacks) {
    this.subscriber = subscriber;
    deliveryRunner = new SerialRunner(callbacks, this::deliver);
    remainingTasks = new AtomicInteger(tasks);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void start(Set<TaskId> ids, TaskEventPublisher.WatchStarter watchStarter) {
    Flow.Subscriber<? super TaskEvent> receiver = subscriber;
    if (receiver != null) {
      receiver.onSubscribe(this);
    }
    for (TaskId id : ids) {
      if (subscriber == null) {
        break;
      }
      TaskWatch watch = watchStarter.watch(id, new BufferingListener());
      openWatches.add(watch);
      watch.result().whenComplete((state, error) -> onTaskEnd(watch, state, error));
      if (subscriber == null) {
        // Cancelled while the watch started, before cancel() could see it.
        cancel();
      }
    }
    deliveryRunner.run();
  }

  private void onTaskEnd(TaskWatch watch, @Nullable TaskState state, @Nullable Throwable error) {
    openWatches.remove(watch);
    if (state != null) {
      buffer.add(new TaskEvent.Ended(state));
    } else if (error != null) {
      Throwable cause = error instanceof CompletionException ? error.getCause() : error;
      buffer.add(new TaskEvent.Failed(watch.id(), cause == null ? error : cause));
    }
    remainingTasks.decrementAndGet();
    deliveryRunner.run();
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      demandError =
          new IllegalArgumentException(
              "expected a demand of at least 1 (Reactive Streams, 3.9), found " + n);
    } else {
      buffer.demand(n);
    }
    deliveryRunner.run();
  }

  @Override
  public void cancel() {
    // Reactive Streams, 3.13: drop the reference to the subscriber.
    subscriber = null;
    for (TaskWatch watch = openWatches.poll(); watch != null; watch = openWatches.poll()) {
      watch.result().cancel(true);
    }
    buffer.clear();
  }

  /** Run by the {@link SerialRunner}: a request within {@code onNext} does not recurse. */
  private void deliver() {
    Flow.Subscriber<? super TaskEvent> receiver = subscriber;
    if (receiver != null) {
      deliver(receiver);
    }
  }

  private void deliver(Flow.Subscriber<? super TaskEvent> receiver) {
    try {
      while (subscriber != null) {
        if (demandError != null) {
          cancel();
          receiver.onError(demandError);
          return;
        }
        // Read before the buffer: the last event is added before the count is decremented.
        boolean last = remainingTasks.get() == 0;
        TaskEvent event = buffer.next();
        if (event != null) {
          receiver.onNext(event);
        } else if (last && buffer.isEmpty()) {
          cancel();
          receiver.onComplete();
        } else {
          return;
        }
      }
    } catch (RuntimeException | Error thrown) {
      // Reactive Streams, 2.13: a subscriber that throws has cancelled its subscription.
      LOG.log(Level.DEBUG, "subscriber threw", thrown);
      cancel();
    }
  }

  /** Adds the changes of one task to the buffer. */
  private final class BufferingListener implements TaskListener {

    private @Nullable Stage lastStage;

    @Override
    public void onChange(TaskState state) {
      if (state.stage() != lastStage && !state.stage().isTerminal()) {
        buffer.add(new TaskEvent.StageChanged(lastStage, state));
        lastStage = state.stage();
        deliveryRunner.run();
      }
    }

    @Override
    public void onRegression(TaskState before, TaskState now) {
      buffer.add(new TaskEvent.Regressed(before, now));
      deliveryRunner.run();
    }

    @Override
    public void onStall(TaskState state, Duration unchanged) {
      buffer.add(new TaskEvent.Stalled(state, unchanged));
      deliveryRunner.run();
    }
  }
}

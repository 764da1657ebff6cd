package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber hears: events wait until it asks for them, and one thread at a time tells.
 */
final class EventStream implements Flow.Subscription {

  private static final System.Logger LOG = System.getLogger(EventStream.class.getName());

  private final EventBuffer buffer = new EventBuffer();
  private final Queue<TaskWatch> watches = new ConcurrentLinkedQueue<>();
  private final Drain deliveries = new Drain(this::deliver);
  private final AtomicInteger open;
  private volatile Flow.@Nullable Subscriber<? super TaskEvent> subscriber;
  private volatile @Nullable IllegalArgumentException misuse;

  EventStream(Flow.Subscriber<? super TaskEvent> subscriber, int tasks) {
    this.subscriber = subscriber;
    open = new AtomicInteger(tasks);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void begin(Set<TaskId> ids, TaskEvents.Start start) {
    Flow.Subscriber<? super TaskEvent> receiver = subscriber;
    if (receiver != null) {
      receiver.onSubscribe(this);
    }
    for (TaskId id : ids) {
      if (subscriber == null) {
        return;
      }
      TaskWatch watch = start.watch(id, new Hearing());
      watches.add(watch);
      watch.result().whenComplete((state, error) -> end(watch, state, error));
    }
    if (subscriber == null) {
      cancel();
    }
    deliveries.run();
  }

  private void end(TaskWatch watch, @Nullable TaskState state, @Nullable Throwable error) {
    watches.remove(watch);
    if (state != null) {
      buffer.add(new TaskEvent.Ended(state));
    } else if (error != null) {
      Throwable cause = error instanceof CompletionException ? error.getCause() : error;
      buffer.add(new TaskEvent.Failed(watch.id(), cause == null ? error : cause));
    }
    open.decrementAndGet();
    deliveries.run();
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      misuse =
          new IllegalArgumentException(
              "expected a demand of at least 1 (Reactive Streams, 3.9), found " + n);
    } else {
      buffer.demand(n);
    }
    deliveries.run();
  }

  @Override
  public void cancel() {
    // Reactive Streams, 3.13: no reference to the subscriber stays behind.
    subscriber = null;
    for (TaskWatch watch = watches.poll(); watch != null; watch = watches.poll()) {
      watch.result().cancel(true);
    }
    buffer.clear();
  }

  /** Not deeper when a subscriber asks for more while it is told something. */
  private void deliver() {
    Flow.Subscriber<? super TaskEvent> receiver = subscriber;
    if (receiver != null) {
      deliver(receiver);
    }
  }

  private void deliver(Flow.Subscriber<? super TaskEvent> receiver) {
    try {
      while (subscriber != null) {
        if (misuse != null) {
          cancel();
          receiver.onError(misuse);
          return;
        }
        // Read before the buffer: the last event is put there before the count goes down.
        boolean last = open.get() == 0;
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
      // Reactive Streams, 2.13: a subscriber that throws has cancelled.
      LOG.log(Level.DEBUG, "subscriber threw", thrown);
      cancel();
    }
  }

  /** What is told of one task. */
  private final class Hearing implements TaskListener {

    private @Nullable Stage stage;

    @Override
    public void changed(TaskState state) {
      if (state.stage() != stage && !state.stage().isTerminal()) {
        buffer.add(new TaskEvent.Moved(stage, state));
        stage = state.stage();
        deliveries.run();
      }
    }

    @Override
    public void wentBack(TaskState before, TaskState now) {
      buffer.add(new TaskEvent.WentBack(before, now));
      deliveries.run();
    }

    @Override
    public void stalled(TaskState state, Duration unchanged) {
      buffer.add(new TaskEvent.Stalled(state, unchanged));
      deliveries.run();
    }
  }
}

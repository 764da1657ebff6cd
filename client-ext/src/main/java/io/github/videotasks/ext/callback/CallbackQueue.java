package io.github.videotasks.ext.callback;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Callbacks of one wait or download, run one at a time and in order on the {@link
 * CallbackExecutor}. It occupies at most one place of the executor's queue, however many callbacks
 * are pending.
 *
 * <p>There are two kinds: events, which a listener is notified of, and the end, which completes the
 * dependent stages of a future. Pending events are limited, so that a slow listener costs no
 * memory. A thread that waits for the result runs the pending events itself, so it needs no thread
 * of the executor.
 */
public final class CallbackQueue {

  /** The pending events of one kind that are kept; of more, the oldest is dropped. */
  public static final int MAX_PENDING = 64;

  private static final System.Logger LOG = System.getLogger(CallbackQueue.class.getName());

  private static final ThreadLocal<@Nullable CallbackQueue> CURRENT = new ThreadLocal<>();

  private record Callback(@Nullable Object kind, Runnable action) {}

  private final Executor executor;
  private @Nullable Deque<Callback> pending;
  private boolean scheduled;
  private boolean active;
  private boolean runningEvent;

  /**
   * Creates an empty queue.
   *
   * @param executor runs the callbacks
   */
  public CallbackQueue(Executor executor) {
    this.executor = executor;
  }

  /**
   * Adds an event.
   *
   * @param kind identifies events that replace each other, compared by identity
   * @param limit the pending events of this kind that are kept, 1 or more; the oldest is dropped
   * @param action notifies the listener; does not throw
   */
  public void addEvent(Object kind, int limit, Runnable action) {
    add(new Callback(kind, action), limit);
  }

  /**
   * Adds the end.
   *
   * @param action completes the future; does not throw
   */
  public void addEnd(Runnable action) {
    add(new Callback(null, action), Integer.MAX_VALUE);
  }

  private void add(Callback callback, int limit) {
    synchronized (this) {
      if (pending == null) {
        pending = new ArrayDeque<>(2);
      } else if (callback.kind() != null) {
        dropOldest(pending, callback.kind(), limit);
      }
      pending.add(callback);
      if (scheduled || active) {
        return;
      }
      scheduled = true;
    }
    executor.execute(this::runAll);
  }

  private static void dropOldest(Deque<Callback> callbacks, Object kind, int limit) {
    if (callbacks.stream().filter(it -> it.kind() == kind).count() >= limit) {
      for (Iterator<Callback> each = callbacks.iterator(); each.hasNext(); ) {
        if (each.next().kind() == kind) {
          each.remove();
          return;
        }
      }
    }
  }

  /** Drops the events that have not run, for example after the caller has cancelled the wait. */
  public synchronized void dropEvents() {
    if (pending != null) {
      pending.removeIf(it -> it.kind() != null);
    }
  }

  private void runAll() {
    synchronized (this) {
      scheduled = false;
      if (active) {
        return;
      }
      active = true;
      // A thread that waits for events must not return before the first one is taken.
      runningEvent = hasPendingEvent();
    }
    runWhile(false);
  }

  /** Runs pending callbacks until {@link #next} releases the queue. */
  private void runWhile(boolean onlyEvents) {
    CallbackQueue outer = CURRENT.get();
    CURRENT.set(this);
    try {
      for (Callback next = next(onlyEvents); next != null; next = next(onlyEvents)) {
        run(next);
      }
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  private static void run(Callback callback) {
    try {
      callback.action().run();
    } catch (RuntimeException | Error thrown) {
      logThrown(thrown);
    }
  }

  /** Not expected, but without a catch the later callbacks would never run. */
  static void logThrown(Throwable thrown) {
    LOG.log(Level.WARNING, "expected a callback to return, found that it threw", thrown);
  }

  /** Returns the next callback to run; if there is none, releases the queue and returns null. */
  private @Nullable Callback next(boolean onlyEvents) {
    boolean schedule = false;
    Callback next;
    synchronized (this) {
      next = pollNext(onlyEvents);
      active = next != null;
      runningEvent = next != null && next.kind() != null;
      if (!active && pending != null && !scheduled) {
        scheduled = true;
        schedule = true;
      }
      notifyAll();
    }
    if (schedule) {
      executor.execute(this::runAll);
    }
    return next;
  }

  private @Nullable Callback pollNext(boolean onlyEvents) {
    if (pending == null || (onlyEvents && pending.getFirst().kind() == null)) {
      return null;
    }
    Callback next = pending.remove();
    if (pending.isEmpty()) {
      pending = null;
    }
    return next;
  }

  /** Returns whether the current thread runs a callback of this queue. */
  boolean isCurrent() {
    return CURRENT.get() == this;
  }

  /**
   * Waits until no event is pending or running; runs the pending ones on this thread.
   *
   * @throws InterruptedException if this thread is interrupted while another one runs the events
   */
  public void awaitEvents() throws InterruptedException {
    while (!isCurrent() && acquireForEvents()) {
      runWhile(true);
    }
  }

  /** Acquires the queue if an event is pending, as soon as no other thread runs an event. */
  private synchronized boolean acquireForEvents() throws InterruptedException {
    while (active && runningEvent) {
      wait();
    }
    if (active || !hasPendingEvent()) {
      return false;
    }
    active = true;
    runningEvent = true;
    return true;
  }

  /** Waits as {@link #awaitEvents()}, but at most for a time, and runs no event itself. */
  synchronized void awaitEvents(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (!isCurrent() && (active ? runningEvent : hasPendingEvent()) && left > 0) {
      // Rounded up: a wait of 0 ms would not end.
      wait(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
  }

  private boolean hasPendingEvent() {
    return pending != null && pending.getFirst().kind() != null;
  }
}

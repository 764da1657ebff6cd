package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buffer of events without demand: the newest one of each type for each task. Thread-safe. */
final class EventBuffer {

  private final Map<TaskId, Map<Class<?>, TaskEvent>> pending = new LinkedHashMap<>();
  private long demand;

  synchronized void demand(long n) {
    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
  }

  synchronized void add(TaskEvent event) {
    Map<Class<?>, TaskEvent> events =
        pending.computeIfAbsent(event.id(), any -> new LinkedHashMap<>());
    TaskEvent pendingEvent = events.remove(event.getClass());
    TaskEvent merged = event;
    if (pendingEvent instanceof TaskEvent.StageChanged first
        && event instanceof TaskEvent.StageChanged second) {
      merged = merge(first.previousStage(), second);
    }
    if (merged != null) {
      events.put(event.getClass(), merged);
    } else if (events.isEmpty()) {
      pending.remove(event.id());
    }
  }

  /** Returns null if the stage changed and changed back. */
  private static TaskEvent.@Nullable StageChanged merge(
      @Nullable Stage from, TaskEvent.StageChanged last) {
    return from == last.state().stage() ? null : new TaskEvent.StageChanged(from, last.state());
  }

  /** Returns the next event; null if there is none, or no demand for one. */
  synchronized @Nullable TaskEvent next() {
    if (demand == 0 || pending.isEmpty()) {
      return null;
    }
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    Iterator<Map<Class<?>, TaskEvent>> tasks = pending.values().iterator();
    Map<Class<?>, TaskEvent> events = tasks.next();
    Iterator<TaskEvent> each = events.values().iterator();
    TaskEvent event = each.next();
    each.remove();
    if (events.isEmpty()) {
      tasks.remove();
    }
    return event;
  }

  synchronized boolean isEmpty() {
    return pending.isEmpty();
  }

  synchronized void clear() {
    pending.clear();
  }
}

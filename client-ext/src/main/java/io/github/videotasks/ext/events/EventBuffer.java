package io.github.videotasks.ext.events;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that nobody has asked for yet: of each task at most one of each kind, the newest. */
final class EventBuffer {

  private final Map<TaskId, Map<Class<?>, TaskEvent>> pending = new LinkedHashMap<>();
  private long demand;

  synchronized void demand(long n) {
    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
  }

  synchronized void add(TaskEvent event) {
    Map<Class<?>, TaskEvent> events =
        pending.computeIfAbsent(event.id(), any -> new LinkedHashMap<>());
    TaskEvent before = events.remove(event.getClass());
    TaskEvent merged = event;
    if (before instanceof TaskEvent.StageChanged first
        && event instanceof TaskEvent.StageChanged second) {
      merged = merge(first.previousStage(), second);
    }
    if (merged != null) {
      events.put(event.getClass(), merged);
    } else if (events.isEmpty()) {
      pending.remove(event.id());
    }
  }

  /** There and back again is no move. */
  private static TaskEvent.@Nullable StageChanged merge(
      @Nullable Stage from, TaskEvent.StageChanged last) {
    return from == last.state().stage() ? null : new TaskEvent.StageChanged(from, last.state());
  }

  /** The next event that was asked for; null if there is none. */
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

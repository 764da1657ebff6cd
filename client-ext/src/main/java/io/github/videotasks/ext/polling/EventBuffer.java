package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that nobody has asked for yet: of each task at most one of each kind, the newest. */
final class EventBuffer {

  private final Map<TaskId, Map<Class<?>, TaskEvent>> waiting = new LinkedHashMap<>();
  private long demand;

  synchronized void demand(long n) {
    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
  }

  synchronized void add(TaskEvent event) {
    Map<Class<?>, TaskEvent> events =
        waiting.computeIfAbsent(event.id(), any -> new LinkedHashMap<>());
    TaskEvent before = events.remove(event.getClass());
    TaskEvent merged = event;
    if (before instanceof TaskEvent.Moved first && event instanceof TaskEvent.Moved second) {
      merged = merged(first.from(), second);
    }
    if (merged != null) {
      events.put(event.getClass(), merged);
    } else if (events.isEmpty()) {
      waiting.remove(event.id());
    }
  }

  /** There and back again is no move. */
  private static TaskEvent.@Nullable Moved merged(@Nullable Stage from, TaskEvent.Moved last) {
    return from == last.state().stage() ? null : new TaskEvent.Moved(from, last.state());
  }

  /** The next event that was asked for; null if there is none. */
  synchronized @Nullable TaskEvent next() {
    if (demand == 0 || waiting.isEmpty()) {
      return null;
    }
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    Iterator<Map<Class<?>, TaskEvent>> tasks = waiting.values().iterator();
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
    return waiting.isEmpty();
  }

  synchronized void clear() {
    waiting.clear();
  }
}

package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.polling.TaskPoller;
import java.lang.reflect.Field;

/** Reads the counts of a client, of which only the number of open operations is public. */
final class ClientCounts {

  static final String NONE = "VideoTasks[0 open], 0 loops, 0 pending polls";

  private ClientCounts() {}

  static String of(VideoTasks client) {
    try {
      for (Field field : client.getClass().getDeclaredFields()) {
        if (field.getType() == TaskPoller.class) {
          field.setAccessible(true);
          TaskPoller poller = (TaskPoller) field.get(client);
          return "%s, %d loops, %d pending polls"
              .formatted(client, poller.openLoops(), poller.pendingPolls());
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("expected a readable TaskPoller in " + client, e);
    }
    throw new IllegalStateException("expected a field of type TaskPoller in " + client);
  }
}

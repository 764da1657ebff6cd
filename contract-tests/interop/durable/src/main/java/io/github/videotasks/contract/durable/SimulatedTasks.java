package io.github.videotasks.contract.durable;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Tasks without a gateway: task n ends n times the interval after the first one, by the clock of
 * the machine, so all processes see the same.
 *
 * @param firstEnd the time at which the first task ends, in ms
 * @param interval the time between two ends, in microseconds
 * @param delay the time of a response, in ms; 0 for none
 */
record SimulatedTasks(long firstEnd, long interval, long delay) implements TaskSource {

  /** As many threads as cores: the default starts one for each response on a small machine. */
  private static final Executor THREADS =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private static final JsonValue RUNNING =
      JsonValue.parse("{\"status\":\"processing\",\"progress\":40}");
  private static final JsonValue ENDED =
      JsonValue.parse("{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}");

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    if (delay == 0) {
      return CompletableFuture.completedFuture(state(id));
    }
    Executor later = CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, THREADS);
    return CompletableFuture.supplyAsync(() -> state(id), later);
  }

  private TaskState state(TaskId id) {
    long number = Long.parseLong(id.value().substring("task_".length()));
    boolean ended = System.currentTimeMillis() > firstEnd + number * interval / 1_000;
    return TaskState.of(id, ended ? ENDED : RUNNING);
  }
}

package io.github.videotasks.ext.testing;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Scripted gateway for tests: returns a list of responses, one for each request and then the last
 * one again and again, and records the requests. Not thread-safe.
 *
 * <p>A step of the script is one of these:
 *
 * <ul>
 *   <li>a recorded response, that is, a JSON object: {@code {"status":"pending","progress":0}}
 *   <li>a status value, optionally with a progress in percent: {@code processing}, {@code
 *       processing 42}; {@code completed} has a URL
 *   <li>the name of an {@link ErrorKind}, optionally with a {@code Retry-After}: {@code
 *       SERVER_ERROR}, {@code RATE_LIMITED PT20S}
 *   <li>{@code hang}: no response
 * </ul>
 */
public final class TaskScript implements TaskSource {

  private final Scheduler time;
  private final Queue<String> steps;
  private final long startedAt;
  private final List<Long> pollTimes = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> responses = new ArrayList<>();

  /**
   * Creates a script.
   *
   * @param time the clock for {@link #pollTimes}
   * @param steps the responses in order, at least one
   * @throws IllegalArgumentException if there are no steps
   */
  public TaskScript(Scheduler time, String... steps) {
    if (steps.length == 0) {
      throw new IllegalArgumentException("expected at least one step, found none");
    }
    this.time = time;
    this.steps = new ArrayDeque<>(List.of(steps));
    startedAt = time.nanoTime();
  }

  /** Returns the time of each request, in whole seconds since this script was created. */
  public List<Long> pollTimes() {
    return List.copyOf(pollTimes);
  }

  /** Returns the future of each request, in order; a cancelled one means an aborted request. */
  public List<CompletableFuture<TaskState>> responses() {
    return List.copyOf(responses);
  }

  /**
   * Returns the next response of the script.
   *
   * @param id the task; every task gets the responses of the same script
   * @param limit is ignored
   */
  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    pollTimes.add(Duration.ofNanos(time.nanoTime() - startedAt).toSeconds());
    String step = steps.size() > 1 ? steps.remove() : steps.element();
    CompletableFuture<TaskState> future = new CompletableFuture<>();
    responses.add(future);
    if (step.startsWith("{")) {
      future.complete(TaskState.of(id, JsonValue.parse(step)));
    } else if (step.equals(step.toUpperCase(Locale.ROOT))) {
      future.completeExceptionally(error(step));
    } else if (!step.equals("hang")) {
      future.complete(state(id, step));
    }
    return future;
  }

  private static TaskState state(TaskId id, String step) {
    String[] parts = step.split(" ", -1);
    String progress = parts.length > 1 ? ",\"progress\":" + parts[1] : "";
    String url = parts[0].equals("completed") ? ",\"video_url\":\"https://host/v.mp4\"" : "";
    return TaskState.of(
        id, JsonValue.parse("{\"status\":\"" + parts[0] + "\"" + progress + url + "}"));
  }

  private static VideoTasksException error(String step) {
    String[] parts = step.split(" ", -1);
    Duration retryAfter = parts.length > 1 ? Duration.parse(parts[1]) : null;
    return VideoTasksException.of(
        "scripted",
        new ErrorDetails(ErrorKind.valueOf(parts[0]), 0, null, null, 1, Duration.ZERO, retryAfter),
        null);
  }
}

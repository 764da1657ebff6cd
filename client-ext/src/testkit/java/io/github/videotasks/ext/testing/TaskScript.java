package io.github.videotasks.ext.testing;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Scripted gateway for tests: returns a list of responses, one for each request and then the last
 * one again and again, and records the requests. A task can have responses and a file of its own.
 * Not thread-safe.
 *
 * <p>A step of the script is one of these:
 *
 * <ul>
 *   <li>a recorded response, that is, a JSON object: {@code {"status":"pending","progress":0}}
 *   <li>a status value, optionally with a progress in percent: {@code processing}, {@code
 *       processing 42}; {@code completed} has a URL
 *   <li>the name of an {@link ErrorKind}, optionally followed by the HTTP status, the gateway's
 *       error code and a {@code Retry-After}, and after a colon by the message: {@code
 *       SERVER_ERROR}, {@code RATE_LIMITED 429 PT20S}, {@code REJECTED 400 invalid_id: the id is
 *       malformed}
 *   <li>{@code hang}: no response
 * </ul>
 */
public final class TaskScript implements TaskSource {

  private final Scheduler time;
  private final Queue<ScriptStep> steps;
  private final Map<TaskId, Queue<ScriptStep>> stepsById = new HashMap<>();
  private final Map<TaskId, byte[]> files = new ConcurrentHashMap<>();
  private final long startedAt;
  private final List<Long> pollTimes = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> responses = new ArrayList<>();

  /**
   * Creates a script.
   *
   * @param time the clock for {@link #pollTimes}
   * @param steps the responses in order, at least one; all tasks without responses of their own
   *     share them
   * @throws IllegalArgumentException if there are no steps, or one is not valid
   */
  public TaskScript(Scheduler time, String... steps) {
    this.time = time;
    this.steps = parse(steps);
    startedAt = time.nanoTime();
  }

  /**
   * Creates a script that knows only the tasks of {@link #task}; all others get {@link
   * ErrorKind#TASK_NOT_FOUND} with HTTP 404.
   *
   * @param time the clock for {@link #pollTimes}
   * @return a script without tasks
   */
  public static TaskScript byId(Scheduler time) {
    return new TaskScript(time, "TASK_NOT_FOUND 404 task_not_exist");
  }

  private static Queue<ScriptStep> parse(String... steps) {
    if (steps.length == 0) {
      throw new IllegalArgumentException("expected at least one step, found none");
    }
    Queue<ScriptStep> parsed = new ArrayDeque<>();
    for (String step : steps) {
      parsed.add(ScriptStep.parse(step));
    }
    return parsed;
  }

  /**
   * Sets the responses for one task.
   *
   * @param id the task
   * @param taskSteps its responses in order, at least one
   * @return this script
   * @throws IllegalArgumentException if there are no steps, or one is not valid
   */
  public TaskScript task(String id, String... taskSteps) {
    stepsById.put(new TaskId(id), parse(taskSteps));
    return this;
  }

  /**
   * Sets the file of a task. A client with this script downloads it without a connection, whatever
   * URL the response contains; the task must have succeeded, and the first bytes must be those of a
   * video as in a real download.
   *
   * @param id the task
   * @param content the content of the file
   * @return this script
   */
  public TaskScript file(String id, byte[] content) {
    files.put(new TaskId(id), content.clone());
    return this;
  }

  /** {@return the time of each request, in whole seconds since this script was created} */
  public List<Long> pollTimes() {
    return List.copyOf(pollTimes);
  }

  /** {@return the future of each request, in order; a cancelled one means an aborted request} */
  public List<CompletableFuture<TaskState>> responses() {
    return List.copyOf(responses);
  }

  /**
   * Returns the next response of the script.
   *
   * @param id the task; without responses of its own it gets the next one that all tasks share
   * @param limit is ignored
   */
  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    pollTimes.add(Duration.ofNanos(time.nanoTime() - startedAt).toSeconds());
    Queue<ScriptStep> own = stepsById.getOrDefault(id, steps);
    ScriptStep step = own.size() > 1 ? own.remove() : own.element();
    CompletableFuture<TaskState> future = new CompletableFuture<>();
    responses.add(future);
    step.respond(id, future);
    return future;
  }

  /** Returns a copy of the file of {@link #file(String, byte[])}; null if the task has none. */
  @Override
  public byte @Nullable [] file(TaskId id) {
    byte[] content = files.get(id);
    return content == null ? null : content.clone();
  }
}

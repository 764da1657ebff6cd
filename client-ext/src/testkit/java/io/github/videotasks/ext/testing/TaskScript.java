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
 * A gateway that plays a list of answers, one a question and the last one again and again, and
 * keeps what it was asked. Not for questions from several threads at once.
 *
 * <p>An answer is one of these:
 *
 * <ul>
 *   <li>a recorded one, that is, a JSON object: {@code {"status":"pending","progress":0}}
 *   <li>a status word, also with a progress: {@code processing}, {@code processing 42}; {@code
 *       completed} has an address
 *   <li>an {@link ErrorKind}, also with the time that the gateway asks to wait: {@code
 *       SERVER_ERROR}, {@code RATE_LIMITED PT20S}
 *   <li>{@code hang}: no answer
 * </ul>
 */
public final class TaskScript implements TaskSource {

  private final Scheduler time;
  private final Queue<String> steps;
  private final long startedAt;
  private final List<Long> pollTimes = new ArrayList<>();
  private final List<CompletableFuture<TaskState>> responses = new ArrayList<>();

  /**
   * Writes a script.
   *
   * @param time for {@link #pollTimes}
   * @param answers at least one
   */
  public TaskScript(Scheduler time, String... answers) {
    if (answers.length == 0) {
      throw new IllegalArgumentException("expected at least one answer, found none");
    }
    this.time = time;
    this.steps = new ArrayDeque<>(List.of(answers));
    startedAt = time.nanoTime();
  }

  /** When each question was asked, in whole seconds after the making of this script. */
  public List<Long> pollTimes() {
    return List.copyOf(pollTimes);
  }

  /** What was given for each question: a cancelled one tells that the question was aborted. */
  public List<CompletableFuture<TaskState>> responses() {
    return List.copyOf(responses);
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    pollTimes.add(Duration.ofNanos(time.nanoTime() - startedAt).toSeconds());
    String answer = steps.size() > 1 ? steps.remove() : steps.element();
    CompletableFuture<TaskState> future = new CompletableFuture<>();
    responses.add(future);
    if (answer.startsWith("{")) {
      future.complete(TaskState.of(id, JsonValue.parse(answer)));
    } else if (answer.equals(answer.toUpperCase(Locale.ROOT))) {
      future.completeExceptionally(error(answer));
    } else if (!answer.equals("hang")) {
      future.complete(state(id, answer));
    }
    return future;
  }

  private static TaskState state(TaskId id, String answer) {
    String[] parts = answer.split(" ", -1);
    String progress = parts.length > 1 ? ",\"progress\":" + parts[1] : "";
    String address = parts[0].equals("completed") ? ",\"video_url\":\"https://host/v.mp4\"" : "";
    return TaskState.of(
        id, JsonValue.parse("{\"status\":\"" + parts[0] + "\"" + progress + address + "}"));
  }

  private static VideoTasksException error(String answer) {
    String[] parts = answer.split(" ", -1);
    Duration retryAfter = parts.length > 1 ? Duration.parse(parts[1]) : null;
    return VideoTasksException.of(
        "scripted",
        new ErrorDetails(ErrorKind.valueOf(parts[0]), 0, null, null, 1, Duration.ZERO, retryAfter),
        null);
  }
}

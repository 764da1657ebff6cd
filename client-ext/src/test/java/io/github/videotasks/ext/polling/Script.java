package io.github.videotasks.ext.polling;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A source that plays a list of answers; the last one again and again. A status word is an answer,
 * {@code word 42} one with a progress, an upper-case error kind an error, {@code hang} no answer.
 */
final class Script implements TaskSource {

  private final Timekeeper time;
  private final Queue<String> answers;
  private final long startedAt;

  /** When each question was asked, in seconds after the start. */
  final List<Long> askedAt = new ArrayList<>();

  final List<CompletableFuture<TaskState>> asked = new ArrayList<>();

  Script(Timekeeper time, String... answers) {
    this.time = time;
    this.answers = new ArrayDeque<>(List.of(answers));
    startedAt = time.nanoTime();
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    askedAt.add(Duration.ofNanos(time.nanoTime() - startedAt).toSeconds());
    String answer = answers.size() > 1 ? answers.remove() : answers.element();
    CompletableFuture<TaskState> future = new CompletableFuture<>();
    asked.add(future);
    if (answer.equals(answer.toUpperCase(Locale.ROOT))) {
      future.completeExceptionally(error(answer));
    } else if (!answer.equals("hang")) {
      future.complete(state(id, answer));
    }
    return future;
  }

  private static TaskState state(TaskId id, String answer) {
    String[] parts = answer.split(" ", -1);
    String progress = parts.length > 1 ? ",\"progress\":" + parts[1] : "";
    return TaskState.of(id, JsonValue.parse("{\"status\":\"" + parts[0] + "\"" + progress + "}"));
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

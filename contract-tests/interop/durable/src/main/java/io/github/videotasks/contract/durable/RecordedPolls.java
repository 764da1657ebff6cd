package io.github.videotasks.contract.durable;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Records each poll that a node starts: a line with the task and the time is written before the
 * request, so that a process that is stopped or killed has recorded it. The monotonic clock is the
 * same in all processes of a Linux machine.
 *
 * @param source sends the requests
 * @param file receives the lines
 */
record RecordedPolls(TaskSource source, PrintStream file) implements TaskSource {

  static RecordedPolls to(Path file, TaskSource source) throws IOException {
    return new RecordedPolls(
        source,
        new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8));
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    file.println(id.value() + " " + System.nanoTime());
    return source.fetch(id, limit);
  }

  /** Returns what a node has recorded so far. */
  static List<TimedPoll> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(RecordedPolls::parse).toList();
  }

  private static TimedPoll parse(String line) {
    int blank = line.indexOf(' ');
    return new TimedPoll(line.substring(0, blank), Long.parseLong(line.substring(blank + 1)));
  }
}

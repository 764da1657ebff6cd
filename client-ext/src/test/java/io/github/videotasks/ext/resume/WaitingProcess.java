package io.github.videotasks.ext.resume;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Process that waits for tasks until it is killed. Reads one task per line, a new id or a snapshot,
 * and prints every snapshot and every end.
 */
final class WaitingProcess {

  static final Duration DEADLINE = Duration.ofMinutes(10);

  private static final WaitPolicy POLICY =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofMillis(250)))
          .withDeadline(DEADLINE);

  private WaitingProcess() {}

  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey("key").build()) {
      CompletableFuture<?>[] ends =
          lines.stream().map(line -> begin(tasks, line, out)).toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(ends).join();
    }
  }

  private static CompletableFuture<?> begin(VideoTasks tasks, String line, PrintStream out) {
    TaskListener printer = new SnapshotPrinter(out);
    TaskWatch watch =
        line.startsWith("{")
            ? tasks.resume(WaitSnapshot.parse(line), POLICY, CallOptions.defaults(), printer)
            : tasks.watch(line, POLICY, CallOptions.defaults(), printer);
    return watch.result().thenAccept(state -> out.println("END " + state.id()));
  }

  private record SnapshotPrinter(PrintStream out) implements TaskListener {
    @Override
    public void onChange(TaskState state) {}

    @Override
    public void onPoll(WaitSnapshot snapshot) {
      out.println(snapshot.toJson());
    }
  }
}

package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollDecision;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles and runs the Java examples on waiting of the guides. */
class WaitingExamplesTest {

  private static final Path SOURCE =
      Path.of("src/test/java/io/github/videotasks/ext/WaitingExamplesTest.java");

  @ParameterizedTest
  @ValueSource(strings = {"test kit", "snapshots", "own scheduler"})
  void matchReadme(String name) throws IOException {
    String begin = "// README " + name + ": begin\n";
    String source = Files.readString(SOURCE);
    int from = source.indexOf(begin) + begin.length();
    String marked = source.substring(from, source.indexOf("// README " + name + ": end"));
    assertThat(Files.readString(Path.of("WAITING.md")) + Files.readString(Path.of("TESTING.md")))
        .contains("```java\n" + marked.stripIndent().strip() + "\n```");
  }

  @Test
  void runsAnHourInVirtualTime() {
    // README test kit: begin
    VirtualTime time = new VirtualTime();
    TaskScript script =
        new TaskScript(
            time, "pending", "processing 40", "CONNECTION", "RATE_LIMITED PT20S", "completed");
    try (VideoTasks tasks = VideoTasks.builder().taskSource(script).scheduler(time).build()) {
      CompletableFuture<TaskState> end = tasks.awaitAsync("sora-2:task_1");
      time.advance(Duration.ofHours(1)); // on this thread, in a millisecond
      assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
      assertThat(script.responses()).hasSize(5);
    }
    // README test kit: end
  }

  /** Replaces a database table of the caller. */
  private static final class InMemorySnapshotTable {
    private final Map<String, String> rows = new ConcurrentHashMap<>();

    void put(String id, String json) {
      rows.put(id, json);
    }

    String get(String id) {
      return rows.getOrDefault(id, "");
    }
  }

  @Test
  void resumesFromStoredSnapshot() {
    VirtualTime time = new VirtualTime();
    TaskScript script = new TaskScript(time, "pending", "processing 40", "completed");
    InMemorySnapshotTable store = new InMemorySnapshotTable();
    VideoTasksBuilder builder = VideoTasks.builder().taskSource(script).scheduler(time);
    VideoTasks tasks = builder.build();
    String id = "sora-2:task_1";
    // README snapshots: begin
    TaskListener storing =
        new TaskListener() {
          @Override
          public void onChange(TaskState state) {}

          @Override
          public void onPoll(WaitSnapshot snapshot) { // after each poll, a few hundred bytes
            store.put(snapshot.id().value(), snapshot.toJson());
          }
        };
    tasks.watch(id, WaitPolicy.defaults(), CallOptions.defaults(), storing);
    // README snapshots: end
    time.advance(Duration.ofSeconds(30));
    tasks.close();
    try (VideoTasks other = builder.build()) {
      CompletableFuture<TaskState> end =
          other.resume(WaitSnapshot.parse(store.get(id)), storing).result();
      time.advance(Duration.ofMinutes(10));
      assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
    }
  }

  @Test
  void runsOnExternalScheduler() {
    VirtualTime time = new VirtualTime();
    VideoTasks tasks =
        VideoTasks.builder()
            .taskSource(new TaskScript(time, "processing 40", "completed"))
            .scheduler(time)
            .build();
    InMemorySnapshotTable store = new InMemorySnapshotTable();
    PollSteps steps = PollSteps.of(WaitPolicy.defaults());
    store.put("a", steps.begin("https://host/", "", tasks.get("a").id(), time.now()).toJson());
    // README own scheduler: begin
    WaitSnapshot before = WaitSnapshot.parse(store.get("a"));
    PollDecision decision = steps.afterResponse(before, tasks.get("a"), time.now());
    store.put("a", decision.snapshot().toJson());
    String next =
        decision instanceof PollDecision.PollAgain again
            ? "poll again in " + again.pause().toSeconds() + " s"
            : "it is over";
    // README own scheduler: end
    assertThat(next).isEqualTo("it is over");
    tasks.close();
  }
}

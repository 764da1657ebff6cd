package io.github.videotasks.contract.examples;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Continues a wait after a crash. The first run stores a snapshot after each poll and crashes after
 * two polls; the second run continues from the snapshot. Arguments: base URL, id, file.
 */
public final class ResumeAfterCrash {

  private static final int CRASH_AFTER_POLLS = 2;

  private ResumeAfterCrash() {}

  /** Stores the newest snapshot in a file. */
  private static final class SnapshotFile implements TaskListener {

    private final Path file;
    private final int crashAfterPolls;
    private int polls;

    SnapshotFile(Path file, int crashAfterPolls) {
      this.file = file;
      this.crashAfterPolls = crashAfterPolls;
    }

    @Override
    public void onChange(TaskState state) {
      System.out.println(state.stage());
    }

    @Override
    public void onPoll(WaitSnapshot snapshot) {
      try {
        Files.writeString(file, snapshot.toJson());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      polls++;
      if (polls == crashAfterPolls) {
        System.out.println("crash after " + polls + " polls");
        Runtime.getRuntime().halt(1);
      }
    }
  }

  /**
   * Begins the wait, or continues it if the file exists.
   *
   * @param args base URL of a gateway, id of a task, file of the snapshot
   */
  public static void main(String[] args) throws IOException {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    WaitPolicy policy =
        WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(500)));
    Path file = Path.of(args[2]);
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey(key).build()) {
      if (Files.exists(file)) {
        WaitSnapshot snapshot = WaitSnapshot.parse(Files.readString(file));
        System.out.println("continues: " + snapshot.stage());
        TaskListener storing = new SnapshotFile(file, Integer.MAX_VALUE);
        TaskState end =
            tasks.resume(snapshot, policy, CallOptions.defaults(), storing).result().join();
        System.out.println(end.stage() + " " + end.result());
      } else {
        TaskListener crashing = new SnapshotFile(file, CRASH_AFTER_POLLS);
        tasks.watch(args[1], policy, CallOptions.defaults(), crashing).result().join();
      }
    }
  }
}

package io.github.videotasks.contract.examples;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;

/** Waits for a task and prints a bar for each change. Arguments: base URL, id. */
public final class AwaitWithBar {

  private static final int WIDTH = 20;

  private AwaitWithBar() {}

  /**
   * Waits until the task ends.
   *
   * @param args base URL of a gateway, id of a task
   */
  public static void main(String[] args) {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    // The default schedule polls when the end is likely; this one suits a server that is fast.
    WaitPolicy policy =
        WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(500)));
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey(key).build()) {
      TaskState end = tasks.await(args[1], policy, task -> System.out.println(bar(task)));
      System.out.println(end.result());
    }
  }

  private static String bar(TaskState task) {
    Integer percent = task.stage() == Stage.SUCCEEDED ? Integer.valueOf(100) : task.progress();
    int filled = percent == null ? 0 : percent * WIDTH / 100;
    return "[%s%s] %s".formatted("#".repeat(filled), "-".repeat(WIDTH - filled), task.stage());
  }
}

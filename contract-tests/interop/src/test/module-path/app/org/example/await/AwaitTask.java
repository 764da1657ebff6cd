package org.example.await;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.time.Duration;

/** Queries a task, waits for it, and prints what it has read. */
public final class AwaitTask {
  private AwaitTask() {}

  public static void main(String[] arguments) throws IOException {
    String id = arguments[1];
    WaitPolicy policy = WaitPolicy.defaults().withSchedule(input -> Duration.ofMillis(20));
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl(arguments[0]).apiKey("key-of-this-test").build()) {
      System.out.println("query: " + describe(tasks.get(id)));
      WaitSnapshot snapshot = tasks.watch(id, state -> {}).snapshot();
      System.out.println("snapshot: " + WaitSnapshot.parse(snapshot.toJson()).id().value());
      System.out.println("await: " + describe(tasks.await(id, policy)));
      VideoTask generated = tasks.api(VideoTasksApi.class).queryVideoTask(id).execute().body();
      System.out.println("generated: " + generated.status());
    }
  }

  private static String describe(TaskState task) {
    return task.stage()
        + " "
        + task.detail()
            .match(waiting -> "waiting", finished -> "finished", veo -> "veo", other -> "unknown");
  }
}

package io.github.videotasks.contract.examples;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;

/** Requests a task once. Arguments: base URL, id. */
public final class QueryOnce {

  private QueryOnce() {}

  /**
   * Prints the stage, the vendor's status value and the progress of a task.
   *
   * @param args base URL of a gateway, id of a task
   */
  public static void main(String[] args) {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey(key).build()) {
      TaskState task = tasks.get(args[1]);
      System.out.printf("%s (%s), %s %%%n", task.stage(), task.status(), task.progress());
    }
  }
}

package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Main class of a process with a small heap: sends concurrent requests to each gateway and prints
 * the distinct results, one line for each gateway.
 *
 * <p>Arguments: the number of concurrent requests, then base URLs.
 */
final class SmallHeapProgram {

  private SmallHeapProgram() {}

  public static void main(String[] args) {
    for (String baseUrl : List.of(args).subList(1, args.length)) {
      try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey("key").build()) {
        List<CompletableFuture<TaskState>> futures = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
          futures.add(tasks.getAsync("a"));
        }
        System.out.println(futures.stream().map(SmallHeapProgram::outcome).distinct().toList());
      }
    }
  }

  private static String outcome(CompletableFuture<TaskState> future) {
    try {
      return future.join().stage().name();
    } catch (CompletionException e) {
      return e.getCause() instanceof VideoTasksException known
          ? known.kind().name()
          : String.valueOf(e.getCause());
    }
  }
}

package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A program of its own, for a process with little memory: asks each gateway several times at once
 * and prints what became of it, a line a gateway.
 *
 * <p>Arguments: the number of questions at a time, then base URLs.
 */
final class SmallHeapProgram {

  private SmallHeapProgram() {}

  public static void main(String[] args) {
    for (String baseUrl : List.of(args).subList(1, args.length)) {
      try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey("key").build()) {
        List<CompletableFuture<TaskState>> open = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
          open.add(tasks.getAsync("a"));
        }
        System.out.println(open.stream().map(SmallHeapProgram::outcome).distinct().toList());
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

package io.github.videotasks.contract.bench.load;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the heap that one open wait takes after some polls: the difference of the used heap
 * after a garbage collection, without the ids, which the caller holds anyway. Prints a Markdown
 * table.
 *
 * <p>Arguments: files with a response, for example examples of the contract. A response of three
 * properties is always measured as well.
 */
public final class WaitMemoryBenchmark {

  private static final int WAITS = 50_000;
  private static final int POLLS = 7;
  private static final String SMALL =
      "{\"id\":\"sora-2:task_0001\",\"status\":\"processing\",\"progress\":40}";

  private WaitMemoryBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println("| response | with timeline | without timeline | goals |");
    System.out.println("|---|---:|---:|---|");
    printRow("3 properties", SMALL);
    for (String file : args) {
      printRow(Path.of(file).getFileName().toString(), Files.readString(Path.of(file)));
    }
  }

  private static void printRow(String name, String body) throws InterruptedException {
    if (TaskState.of(new TaskId("t"), JsonValue.parse(body)).stage().isTerminal()) {
      throw new IllegalArgumentException("expected a task that has not ended, found " + name);
    }
    long with = bytesPerWait(body, WaitPolicy.defaults());
    long without = bytesPerWait(body, WaitPolicy.defaults().withoutTimeline());
    System.out.printf(
        "| %s, %,d bytes | %,d bytes | %,d bytes | %s |%n",
        name, body.length(), with, without, with <= 3_072 && without <= 1_536 ? "met" : "missed");
  }

  private static long bytesPerWait(String body, WaitPolicy policy) throws InterruptedException {
    AtomicInteger polls = new AtomicInteger();
    TaskSource source =
        (id, limit) -> {
          polls.incrementAndGet();
          return CompletableFuture.completedFuture(TaskState.of(id, JsonValue.parse(body)));
        };
    WaitPolicy often =
        policy.withSchedule(PollSchedule.fixed(Duration.ofMillis(250))).withJitter(0);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < WAITS; i++) {
      ids.add("sora-2:task_" + i);
    }
    try (VideoTasks tasks = VideoTasks.builder().taskSource(source).waitPolicy(often).build()) {
      long before = usedHeap();
      ids.forEach(tasks::awaitAsync);
      while (polls.get() < POLLS * WAITS) {
        Thread.sleep(50);
      }
      return (usedHeap() - before) / WAITS;
    }
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

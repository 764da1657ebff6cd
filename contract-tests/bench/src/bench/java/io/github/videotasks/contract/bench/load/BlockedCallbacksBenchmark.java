package io.github.videotasks.contract.bench.load;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Measures in real time how late the deadline of a wait is while continuations of other waits
 * block. Prints a Markdown table, one row for each number of blocked continuations, beginning with
 * none as the control.
 */
public final class BlockedCallbacksBenchmark {

  private static final int[] BLOCKED = {0, 60, 500, 1_000};
  private static final Duration OTHERS_DEADLINE = Duration.ofSeconds(1);
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  private BlockedCallbacksBenchmark() {}

  public static void main(String[] args) {
    System.out.println("| blocked continuations | polls of the other wait | its end was late by |");
    System.out.println("|---:|---:|---:|");
    for (int blocked : BLOCKED) {
      printRow(blocked);
    }
  }

  private static void printRow(int blocked) {
    CountDownLatch release = new CountDownLatch(1);
    WaitPolicy policy =
        WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(250)));
    try (VideoTasks tasks =
        VideoTasks.builder()
            .taskSource(unfinished())
            .maxRequestsInFlight(10_000)
            .waitPolicy(policy)
            .build()) {
      for (int i = 0; i < blocked; i++) {
        tasks
            .awaitAsync("hang" + i, policy.withDeadline(OTHERS_DEADLINE))
            .whenComplete((state, error) -> await(release));
      }
      long start = System.nanoTime();
      TaskWatch other =
          tasks.watch(
              "other", policy.withDeadline(DEADLINE), CallOptions.defaults(), TaskListener.none());
      // A continuation, so it needs a free callback thread as well.
      long end = other.result().handle((state, error) -> System.nanoTime()).join();
      System.out.printf(
          "| %,d | %d | %d ms |%n",
          blocked, other.timeline().polls(), (end - start - DEADLINE.toNanos()) / 1_000_000);
      release.countDown();
    }
  }

  /** The responses for tasks named hang never come. */
  private static TaskSource unfinished() {
    return (id, limit) ->
        id.value().startsWith("hang")
            ? new CompletableFuture<>()
            : CompletableFuture.completedFuture(
                TaskState.of(id, JsonValue.parse("{\"status\":\"processing\"}")));
  }

  private static void await(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.github.videotasks.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, which tests stop and kill. It ends when its input ends. */
final class WorkerProgram {

  static final WaitPolicy POLICY =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofMillis(300)))
          .withGracePolls(0);

  private WorkerProgram() {}

  /**
   * Runs a node.
   *
   * @param args the URL of the database, and the time in ms at which the first task ends
   */
  public static void main(String[] args) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(2_000);
    try (HikariDataSource pool = new HikariDataSource(config);
        DurableWaits waits = builder(pool, Long.parseLong(args[1])).build()) {
      waits.start();
      System.out.println("started");
      while (System.in.read() >= 0) {
        // Runs until the test closes the input, or kills the process.
      }
    }
  }

  static DurableWaitsBuilder builder(HikariDataSource pool, long firstEnd) {
    return DurableWaits.on(pool, DurableGateway.of("g", (id, limit) -> poll(id, firstEnd)))
        .schedule("fast", POLICY.schedule())
        .heartbeat(Duration.ofMillis(200))
        .threads(4);
  }

  /** Task n ends 10 n ms after the first one, by the clock of the machine. */
  private static CompletableFuture<TaskState> poll(TaskId id, long firstEnd) {
    Executor later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
    long number = Long.parseLong(id.value().substring("task_".length()));
    return CompletableFuture.supplyAsync(
        () ->
            TestNode.response(
                    id,
                    System.currentTimeMillis() > firstEnd + number * 10
                        ? "completed"
                        : "processing")
                .join(),
        later);
  }
}

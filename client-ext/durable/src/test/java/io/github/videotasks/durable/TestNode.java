package io.github.videotasks.durable;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.durable.BucketEngine.EngineOptions;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * A node without engine: a test runs its buckets and advances its clock. The clock starts at the
 * time of the database. The time slice of a batch is short, because some polls never end.
 */
final class TestNode implements AutoCloseable {

  /** Polls each second, without jitter. */
  static final WaitPolicy POLICY =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(1)))
          .withJitter(0)
          .withGracePolls(0);

  private final AtomicLong nanos = new AtomicLong();
  private final DatabaseClock clock;
  private final NodeParts parts;

  TestNode(Database database, DurableGateway... gateways) {
    this(database, DurableWaitsListener.none(), gateways);
  }

  TestNode(Database database, DurableWaitsListener listener, DurableGateway... gateways) {
    clock = new DatabaseClock(nanos::get, Instant.now());
    parts = NodeParts.create(database, clock, options(listener), List.of(gateways));
  }

  private static NodeOptions options(DurableWaitsListener listener) {
    return new NodeOptions(
        new EngineOptions("test-node", 1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
        new RunLimits(
            "test-node",
            500,
            Duration.ofMillis(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(2)),
        Map.of("every-second", POLICY.schedule(), "adaptive", PollSchedule.adaptive()),
        1_000,
        1_000,
        Duration.ofDays(1),
        Duration.ofDays(1),
        listener);
  }

  NodeParts parts() {
    return parts;
  }

  Instant now() {
    return clock.now();
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Stores a wait that is due now, without the engine. */
  void watch(String gateway, String task) {
    parts
        .waits()
        .insert(
            PollSteps.of(POLICY).begin(gateway, "", new TaskId(task), now()),
            gateway,
            parts.policies().write(POLICY),
            now());
  }

  /** Runs each bucket once. */
  void runAll() {
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      parts.run().run(bucket, () -> false);
    }
  }

  static CompletableFuture<TaskState> response(TaskId id, String status) {
    String json = "{\"status\":\"" + status + "\",\"video_url\":\"https://host/v.mp4?sig=secret\"}";
    return CompletableFuture.completedFuture(TaskState.of(id, JsonValue.parse(json)));
  }

  /** A listener that is notified of problems only. */
  static DurableWaitsListener onProblem(BiConsumer<String, Throwable> action) {
    return new DurableWaitsListener() {
      @Override
      public void onProblem(String what, Throwable problem) {
        action.accept(what, problem);
      }
    };
  }

  /** A source with the same response to each poll. */
  static TaskSource always(String status) {
    return (id, limit) -> response(id, status);
  }

  @Override
  public void close() {
    parts.close();
  }
}

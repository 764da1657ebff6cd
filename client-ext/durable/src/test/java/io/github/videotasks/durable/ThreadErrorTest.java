package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No thread of a node ends with an error, such as one of a class that cannot be loaded. */
@Timeout(60)
class ThreadErrorTest {

  private final TestDatabase test = TestDatabase.create();
  private final AtomicReference<String> failingOnce = new AtomicReference<>("none");
  private final Database database =
      new Database(
          HookedDataSource.of(
              test.dataSource(),
              sql -> {
                String text = failingOnce.get();
                if (sql.contains(text) && failingOnce.compareAndSet(text, "none")) {
                  throw new NoClassDefFoundError("simulated");
                }
              }));
  private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
  private final DurableWaitsListener listener =
      TestNode.onProblem((what, problem) -> problems.add(what));

  @AfterEach
  void close() {
    test.close();
  }

  private static Thread start(Runnable loop) {
    Thread thread = new Thread(loop, "loop");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Test
  void lateStepsContinue() throws InterruptedException {
    Map<String, CompletableFuture<TaskState>> polls = new ConcurrentHashMap<>();
    DurableGateway slow =
        DurableGateway.of(
            "g",
            (id, limit) -> polls.computeIfAbsent(id.value(), any -> new CompletableFuture<>()));
    try (TestNode node = new TestNode(database, listener, slow)) {
      node.watch("g", "task_1");
      node.watch("g", "task_2");
      node.runAll();
      failingOnce.set("with step as");
      Thread thread = start(node.parts().lateSteps()::run);
      end(polls, "task_1");
      assertThat(problems.take()).isEqualTo("late steps");
      end(polls, "task_2");
      test.await("select count(*) from video_tasks.outbox", count -> count == 1);
      node.parts().lateSteps().close();
      thread.join();
    }
  }

  private static void end(Map<String, CompletableFuture<TaskState>> polls, String task) {
    Objects.requireNonNull(polls.get(task))
        .complete(TestNode.response(new TaskId(task), "completed").join());
  }

  @Test
  void deliveryOfEventsContinues() throws InterruptedException {
    try (TestNode node =
        new TestNode(database, listener, DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "task_1");
      node.runAll();
      failingOnce.set("for update skip locked");
      BlockingQueue<String> events = new LinkedBlockingQueue<>();
      EventDelivery delivery =
          new EventDelivery(
              database, (event, transaction) -> events.add(event.task()), node.parts().reports());
      Thread thread = start(delivery::run);
      assertThat(problems.take()).isEqualTo("delivery of events");
      assertThat(events.take()).isEqualTo("task_1");
      delivery.close();
      thread.join();
    }
  }

  @Test
  void theHeartbeatContinues() throws InterruptedException {
    try (TestNode node =
        new TestNode(database, listener, DurableGateway.of("g", TestNode.always("completed")))) {
      failingOnce.set("video_tasks.node");
      node.parts().beat().start();
      assertThat(problems.take()).isEqualTo("heartbeat of the node");
      test.await("select count(*) from video_tasks.node", nodes -> nodes == 1);
      node.parts().beat().stop();
    }
  }

  /** With a rate, polls start on the thread of the slots. */
  @Test
  void anErrorOfASourceReleasesItsPoll() {
    AtomicInteger polls = new AtomicInteger();
    DurableGateway gateway =
        DurableGateway.of(
                "g",
                (id, limit) -> {
                  polls.incrementAndGet();
                  throw new StackOverflowError("simulated");
                })
            .withRequestsPerSecond(100)
            .withMaxInFlight(1);
    try (TestNode node = new TestNode(database, listener, gateway)) {
      node.watch("g", "task_1");
      for (int i = 0; i < 1_000 && polls.get() < 3; i++) {
        test.execute("update video_tasks.wait set due_at = '2020-01-01', holder = null");
        node.parts().run().run(Buckets.of("g", "task_1"), () -> false);
        LockSupport.parkNanos(5_000_000);
      }
      assertThat(polls.get()).isGreaterThanOrEqualTo(3);
    }
  }
}

package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node starts as a whole or not at all. */
@Timeout(120)
class NodeStartTest {

  private static final DurableGateway GATEWAY =
      DurableGateway.of("g", TestNode.always("completed"));

  private final TestDatabase test = TestDatabase.create();
  private final AtomicReference<String> failing = new AtomicReference<>("none");
  private final DataSource dataSource =
      HookedDataSource.of(
          test.dataSource(),
          sql -> {
            if (sql.contains(failing.get())) {
              throw new IllegalStateException("simulated");
            }
          });
  private final Set<Thread> threadsBefore = threads();

  @AfterEach
  void close() {
    test.close();
  }

  /** The threads of nodes, and of the scheduler in them. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("video-tasks")
                    || thread.getName().startsWith("db-scheduler"))
        .collect(Collectors.toSet());
  }

  private List<String> startedThreads() {
    return threads().stream()
        .filter(thread -> !threadsBefore.contains(thread))
        .map(Thread::getName)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"video_tasks.node", "video_tasks.pace", "generate_series(0"})
  void canStartAgainAfterTheDatabaseFailed(String statement) throws InterruptedException {
    BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    try (DurableWaits waits = DurableWaits.on(dataSource, GATEWAY).build()) {
      waits.events((event, transaction) -> ended.add(event.task()));
      failing.set(statement);
      assertThatThrownBy(waits::start).hasMessage("simulated");
      assertThat(startedThreads()).isEmpty();

      failing.set("none");
      waits.start();
      waits.watch("g", "task_1", WaitPolicy.defaults());
      assertThat(ended.poll(60, TimeUnit.SECONDS)).isEqualTo("task_1");
    }
  }

  @Test
  void closeAfterAStartThatFailedLeavesNoThread() {
    try (DurableWaits waits = DurableWaits.on(dataSource, GATEWAY).build()) {
      failing.set("generate_series(0");
      assertThatThrownBy(waits::start).hasMessage("simulated");
    }
    assertThat(startedThreads()).isEmpty();
  }

  @Test
  void saysThatItCannotStartAgainAfterItsThreadsFailed() {
    try (TestNode node = new TestNode(test.database(), GATEWAY);
        DurableWaits waits = new DefaultDurableWaits(node.parts(), Map.of("g", GATEWAY))) {
      node.parts().beat().stop();
      assertThatThrownBy(waits::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("the node is closed, build another one");
      assertThat(startedThreads()).isEmpty();
      assertThatThrownBy(waits::start).hasMessage("expected to start once, and not after close");
    }
  }
}

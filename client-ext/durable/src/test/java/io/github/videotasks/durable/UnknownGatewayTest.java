package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits of a gateway that was removed from the configuration of all nodes. */
class UnknownGatewayTest {

  private static final DurableGateway KEPT = DurableGateway.of("g", TestNode.always("processing"));
  private static final String UNKNOWN =
      "select string_agg(gateway || ' ' || waits, ', ') from video_tasks.unknown_gateways";

  private final TestDatabase test = TestDatabase.create();

  @BeforeEach
  void watchOnANodeWithMoreGateways() {
    DurableGateway removed = DurableGateway.of("old", TestNode.always("processing"));
    try (TestNode node = new TestNode(test.database(), KEPT, removed)) {
      node.watch("g", "task_1");
      node.watch("old", "task_1");
      node.watch("old", "task_2");
      node.parts().beat().beat();
      assertThat(test.text(UNKNOWN)).isEqualTo("null");
      node.parts().beat().stop();
    }
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void areCountedAndReported() throws InterruptedException {
    BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    DurableWaitsListener listener =
        TestNode.onProblem((what, problem) -> problems.add(what + ": " + problem.getMessage()));
    try (TestNode node = new TestNode(test.database(), listener, KEPT)) {
      node.parts().beat().beat();
      assertThat(test.text(UNKNOWN)).isEqualTo("old 2");
      new UnknownGateways(test.database(), node.parts().reports()).report();
      assertThat(problems.poll(30, TimeUnit.SECONDS))
          .isEqualTo(
              "waits of gateway old: expected a running node with this gateway, found none, so 2"
                  + " waits are not polled; pass it to DurableWaits.on again, or cancel these"
                  + " waits");
    }
  }

  /** Such a node does not store its gateways. */
  @Test
  void areNotReportedWhileANodeOfTheVersionBeforeRuns() {
    try (TestNode node = new TestNode(test.database(), KEPT)) {
      node.parts().beat().beat();
      test.execute("insert into video_tasks.node (name, seen_at) values ('before', now())");
      assertThat(test.text(UNKNOWN)).isEqualTo("null");
    }
  }

  @Test
  void canBeReadAndCancelled() {
    try (DurableWaits waits = DurableWaits.on(test.dataSource(), KEPT).build()) {
      assertThat(waits.state("old", "task_1")).isInstanceOf(WaitState.Open.class);
      assertThat(waits.cancel("old", "task_1")).isTrue();
      assertThat(waits.cancel("old", "task_1")).isFalse();
      assertThat(waits.state("old", "task_1")).isInstanceOf(WaitState.Ended.class);
      assertThatThrownBy(() -> waits.cancel("olf", "task_1"))
          .hasMessage("expected one of the gateways [g], found \"olf\"");
    }
  }
}

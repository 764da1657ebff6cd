package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.durable.PaceTable.Slots;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rate that all nodes share. */
class PaceTest {

  private final TestDatabase test = TestDatabase.create();
  private final PaceTable table = new PaceTable(test.database());
  private final DurableGateway limited =
      DurableGateway.of("g", TestNode.always("processing")).withRequestsPerSecond(50);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void slotsOfConcurrentNodesNeverOverlap() {
    table.seed(limited);
    List<Instant> all = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<?>[] nodes =
        IntStream.range(0, 4)
            .mapToObj(node -> CompletableFuture.runAsync(() -> reserveMany(all)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(nodes).join();

    Collections.sort(all);
    assertThat(all).hasSizeGreaterThan(10);
    for (int i = 1; i < all.size(); i++) {
      assertThat(Duration.between(all.get(i - 1), all.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }
  }

  private void reserveMany(List<Instant> all) {
    for (int i = 0; i < 25; i++) {
      Slots slots = table.reserve(limited, 3, 0);
      IntStream.range(0, slots.count()).forEach(slot -> all.add(slots.at(slot)));
    }
  }

  @Test
  void reservesNotFurtherThanTheHorizon() {
    table.seed(limited);
    Slots slots = table.reserve(limited, 1_000, 0);
    assertThat(slots.count()).isBetween(10, 11);
    assertThat(table.reserve(limited, 1_000, 0).count()).isBetween(0, 11);
  }

  @Test
  void a429PausesAllNodesAndDoublesTheIntervalOnce() {
    table.seed(limited);
    Instant polledAt = Instant.now();
    table.slowDown("g", Duration.ofSeconds(30), polledAt);
    table.slowDown("g", Duration.ofSeconds(5), polledAt);
    assertThat(table.reserve(limited, 10, 0).count()).isZero();
    assertThat(test.text("select interval_us || ' ' || slowdowns from video_tasks.pace"))
        .isEqualTo("50000 1");
    assertThat(test.text("select paused_for > interval '20 seconds' from video_tasks.gateway_pace"))
        .isEqualTo("t");
  }

  @Test
  void successesShrinkTheIntervalToTheLimit() {
    table.seed(limited);
    table.slowDown("g", Duration.ZERO, Instant.now());
    assertThat(table.reserve(limited, 1, 1).stepMicros()).isEqualTo(45_000);
    assertThat(table.reserve(limited, 1, 50).stepMicros()).isEqualTo(20_000);
  }

  @Test
  void aGatewayWithoutALimitIsFastAgainAfterItRecovers() {
    DurableGateway unlimited = limited.withRequestsPerSecond(0);
    table.seed(unlimited);
    assertThat(table.reserve(unlimited, 500, 0).count()).isEqualTo(500);
    table.slowDown("g", Duration.ZERO, Instant.now());
    assertThat(table.reserve(unlimited, 500, 0).count()).isBetween(1, 5);
    assertThat(table.reserve(unlimited, 500, 20).stepMicros()).isZero();
  }

  @Test
  void nodesShareThePollsInFlight() {
    DurableGateway gateway = limited.withRequestsPerSecond(0).withMaxInFlight(10);
    table.seed(gateway);
    GatewayPace pace = new GatewayPace(gateway, table, DatabaseClock.system(), Runnable::run);
    assertThat(pace.capacity(100)).isEqualTo(10);
    pace.onHeartbeat(3, null);
    assertThat(pace.reserve(100).count()).isEqualTo(3);
    assertThat(pace.capacity(100)).isZero();
    pace.release();
    assertThat(pace.capacity(100)).isOne();
  }

  @Test
  void a429OfOneNodeStopsItAtOnceAndOthersWithTheirNextHeartbeat() {
    DurableGateway unlimited = limited.withRequestsPerSecond(0);
    table.seed(unlimited);
    GatewayPace first = new GatewayPace(unlimited, table, DatabaseClock.system(), Runnable::run);
    GatewayPace second = new GatewayPace(unlimited, table, DatabaseClock.system(), Runnable::run);
    first.reserve(1);
    first.release(Instant.now(), rateLimited());
    assertThat(first.capacity(1)).isZero();

    assertThat(second.capacity(1)).isOne();
    second.onHeartbeat(2, table.read().get("g"));
    assertThat(second.capacity(1)).isZero();
  }

  private static VideoTasksException rateLimited() {
    ErrorDetails details =
        new ErrorDetails(
            ErrorKind.RATE_LIMITED, 429, null, null, 1, Duration.ZERO, Duration.ofSeconds(30));
    return VideoTasksException.of("slow down", details, null);
  }

  /** The heartbeat had read the table before the pause was written. */
  @Test
  void aHeartbeatThatReadAnOlderPaceDoesNotEndThePause() {
    DurableGateway unlimited = limited.withRequestsPerSecond(0);
    GatewayPace pace = new GatewayPace(unlimited, table, DatabaseClock.system(), write -> {});
    table.seed(unlimited);
    pace.reserve(1);
    pace.release(Instant.now(), rateLimited());
    pace.onHeartbeat(1, table.read().get("g"));
    assertThat(pace.capacity(1)).isZero();
  }

  /** The thread that writes them also sends the heartbeat of the node. */
  @Test
  void manyPollsThatGet429NeedOneStatement() {
    DurableGateway unlimited = limited.withRequestsPerSecond(0);
    List<Runnable> writes = new ArrayList<>();
    GatewayPace pace = new GatewayPace(unlimited, table, DatabaseClock.system(), writes::add);
    table.seed(unlimited);
    Instant polledAt = Instant.now();
    int polls = pace.reserve(64).count();
    for (int i = 0; i < polls; i++) {
      pace.release(polledAt, rateLimited());
    }
    assertThat(writes).hasSize(1);
    writes.remove(0).run();
    assertThat(test.text("select interval_us || ' ' || slowdowns from video_tasks.pace"))
        .isEqualTo("50000 1");

    pace.release(Instant.now(), rateLimited());
    assertThat(writes).hasSize(1);
  }
}

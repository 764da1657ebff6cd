package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.PollSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that was stopped must not send the polls of the slots that it has missed. */
class SlotExpiryTest {

  private final TestDatabase test = TestDatabase.create();
  private final AtomicLong nanos = new AtomicLong();

  /** Behind the clock of the database, so that all slots are in the future. */
  private final DatabaseClock clock =
      new DatabaseClock(nanos::get, Instant.now().minus(Duration.ofHours(1)));

  private final CapturedTimer timer = new CapturedTimer();
  private final List<TaskId> polled = new ArrayList<>();
  private final DurableGateway gateway =
      DurableGateway.of(
              "g",
              (id, limit) -> {
                polled.add(id);
                return TestNode.response(id, "processing");
              })
          .withRequestsPerSecond(50);

  @AfterEach
  void close() {
    timer.shutdownNow();
    test.close();
  }

  @Test
  void aSlotIsUsedWithin80MillisecondsAndExpiresAfterwards() {
    PaceTable table = new PaceTable(test.database());
    table.seed(gateway);
    GatewayPace pace = new GatewayPace(gateway, table, clock, Runnable::run);
    List<OpenPoll> polls = polls(pace).start(List.of(row("task_0"), row("task_1")));

    nanos.set(timer.delays.get(0) + Duration.ofMillis(80).toNanos());
    timer.calls.get(0).run();
    assertThat(polled).containsExactly(new TaskId("task_0"));

    nanos.set(timer.delays.get(1) + Duration.ofMillis(80).toNanos() + 1);
    timer.calls.get(1).run();
    assertThat(polled).hasSize(1);
    assertThat(polls.get(1).step().join())
        .isEqualTo(new Step.Continue(polls.get(1).row(), clock.now(), null));
    assertThat(pace.capacity(1)).as("released").isOne();
  }

  private GatewayPolls polls(GatewayPace pace) {
    StepRules rules =
        new StepRules(
            new PolicyText(Map.of("every-second", TestNode.POLICY.schedule())),
            new Experience(test.database()));
    return new GatewayPolls(
        gateway, pace, rules, clock, timer, new Reports(DurableWaitsListener.none()));
  }

  private WaitRow row(String task) {
    String snapshot =
        PollSteps.of(TestNode.POLICY).begin("g", "", new TaskId(task), clock.now()).toJson();
    String policy =
        new PolicyText(Map.of("every-second", TestNode.POLICY.schedule())).write(TestNode.POLICY);
    return new WaitRow("g", task, clock.now(), 0, 0, policy, snapshot);
  }

  /** Keeps what is scheduled, for the test to run. */
  private static final class CapturedTimer extends ScheduledThreadPoolExecutor {

    private final List<Runnable> calls = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();

    CapturedTimer() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable call, long delay, TimeUnit unit) {
      calls.add(call);
      delays.add(unit.toNanos(delay));
      return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }
}

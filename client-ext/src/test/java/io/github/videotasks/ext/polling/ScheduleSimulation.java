package io.github.videotasks.ext.polling;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tasks of one model, followed by a real waiter in virtual time. */
final class ScheduleSimulation {

  /** How the tasks come. */
  enum Arrival {
    /** One after the other: the waiter begins without experience and learns from each. */
    SEQUENTIAL,
    /** Each with a waiter of its own, which has seen no other task. */
    ISOLATED,
    /** All in the same second. */
    SIMULTANEOUS
  }

  private static final WaitPolicy POLICY = WaitPolicy.defaults().withDeadline(Duration.ofDays(2));

  /** Half a million answers, of which few differ. */
  private static final Map<String, JsonValue> PARSED_JSON = new HashMap<>();

  private final VirtualTime time = new VirtualTime();
  private final SimulatedProgress progress;
  private final Random noise;
  private final double[] durations;
  private final double[] startedAt;
  private final double[] polls;
  private final double[] lateness;

  private ScheduleSimulation(SimulatedProgress progress, double[] duration, long seed) {
    this.progress = progress;
    this.durations = duration;
    noise = new Random(seed + 1);
    startedAt = new double[duration.length];
    polls = new double[duration.length];
    lateness = new double[duration.length];
  }

  /**
   * Follows so many tasks. The same seed gives every schedule the same tasks.
   *
   * @param spread of the policy, 0-1
   */
  static SimulationResult run(
      PollSchedule schedule,
      double spread,
      SimulatedDurations lengths,
      SimulatedProgress progress,
      Arrival coming,
      int tasks,
      long seed) {
    Random random = new Random(seed);
    double[] duration = new double[tasks];
    Arrays.setAll(duration, any -> lengths.nextSeconds(random));
    ScheduleSimulation simulation = new ScheduleSimulation(progress, duration, seed);
    simulation.pollAll(POLICY.withSchedule(schedule).withJitter(spread), coming);
    return new SimulationResult(simulation.polls, simulation.lateness);
  }

  private void pollAll(WaitPolicy policy, Arrival coming) {
    TaskPoller waiter = newPoller();
    CompletableFuture<?>[] ends = new CompletableFuture<?>[durations.length];
    for (int i = 0; i < ends.length; i++) {
      startedAt[i] = nowSeconds();
      TaskPoller own = coming == Arrival.ISOLATED ? newPoller() : waiter;
      ends[i] = own.await(new TaskId("model:" + i), policy, TaskListener.none());
      if (coming != Arrival.SIMULTANEOUS) {
        advanceUntil(ends[i]);
      }
    }
    advanceUntil(CompletableFuture.allOf(ends));
  }

  private TaskPoller newPoller() {
    return new TaskPoller((id, limit) -> respond(id), time);
  }

  private void advanceUntil(CompletableFuture<?> end) {
    while (!end.isDone()) {
      time.advance(Duration.ofHours(1));
    }
  }

  private CompletableFuture<TaskState> respond(TaskId id) {
    int task = Integer.parseInt(id.task());
    double age = nowSeconds() - startedAt[task];
    polls[task] += age > 0 ? 1 : 0;
    if (age >= durations[task]) {
      lateness[task] = age - durations[task];
      return state(id, "completed", 100);
    }
    return state(id, "processing", progress.percentAt(age / durations[task], noise));
  }

  private static CompletableFuture<TaskState> state(
      TaskId id, String status, @Nullable Integer progress) {
    String json =
        "{\"status\":\""
            + status
            + "\",\"progress\":"
            + progress
            + ",\"video_url\":\"https://h/v.mp4\"}";
    return CompletableFuture.completedFuture(
        TaskState.of(id, PARSED_JSON.computeIfAbsent(json, JsonValue::parse)));
  }

  private double nowSeconds() {
    return time.nanoTime() / 1e9;
  }
}

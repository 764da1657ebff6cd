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

/** Simulation of tasks of one model, polled by a real {@link TaskPoller} in virtual time. */
final class ScheduleSimulation {

  /** When the tasks start, and which of them share a poller. */
  enum Arrival {
    /** One after the other: the poller starts without statistics and learns from each task. */
    SEQUENTIAL,
    /** Each with its own poller, which has not seen another task. */
    ISOLATED,
    /** All in the same second. */
    SIMULTANEOUS
  }

  private static final WaitPolicy POLICY = WaitPolicy.defaults().withDeadline(Duration.ofDays(2));

  /** Cache for half a million responses, of which few differ. */
  private static final Map<String, JsonValue> PARSED_JSON = new HashMap<>();

  private final VirtualTime time = new VirtualTime();
  private final SimulatedProgress progress;
  private final Random noise;
  private final double[] durations;
  private final double[] startedAt;
  private final double[] polls;
  private final double[] lateness;

  private ScheduleSimulation(SimulatedProgress progress, double[] durations, long seed) {
    this.progress = progress;
    this.durations = durations;
    noise = new Random(seed + 1);
    startedAt = new double[durations.length];
    polls = new double[durations.length];
    lateness = new double[durations.length];
  }

  /**
   * Polls simulated tasks until they end. With the same seed, every schedule gets the same tasks.
   *
   * @param jitter of the policy, 0-1
   * @param tasks the number of tasks
   */
  static SimulationResult run(
      PollSchedule schedule,
      double jitter,
      SimulatedDurations durations,
      SimulatedProgress progress,
      Arrival arrival,
      int tasks,
      long seed) {
    Random random = new Random(seed);
    double[] seconds = new double[tasks];
    Arrays.setAll(seconds, any -> durations.nextSeconds(random));
    ScheduleSimulation simulation = new ScheduleSimulation(progress, seconds, seed);
    simulation.pollAll(POLICY.withSchedule(schedule).withJitter(jitter), arrival);
    return new SimulationResult(simulation.polls, simulation.lateness);
  }

  private void pollAll(WaitPolicy policy, Arrival arrival) {
    TaskPoller shared = newPoller();
    CompletableFuture<?>[] ends = new CompletableFuture<?>[durations.length];
    for (int i = 0; i < ends.length; i++) {
      startedAt[i] = nowSeconds();
      TaskPoller poller = arrival == Arrival.ISOLATED ? newPoller() : shared;
      ends[i] = poller.await(new TaskId("model:" + i), policy, TaskListener.none());
      if (arrival != Arrival.SIMULTANEOUS) {
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

package io.github.videotasks.ext.polling;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tasks of one model, followed by a real waiter in virtual time. */
final class Simulation {

  /** How the tasks come. */
  enum Coming {
    /** One after the other: the waiter begins without experience and learns from each. */
    IN_TURN,
    /** Each with a waiter of its own, which has seen no other task. */
    ALONE,
    /** All in the same second. */
    AT_ONCE
  }

  private static final WaitPolicy PATIENT = WaitPolicy.defaults().withDeadline(Duration.ofDays(2));

  /** Half a million answers, of which few differ. */
  private static final Map<String, JsonValue> PARSED = new HashMap<>();

  private final VirtualTime time = new VirtualTime();
  private final SimulatedProgress progress;
  private final Random noise;
  private final double[] duration;
  private final double[] startedAt;
  private final double[] polls;
  private final double[] late;

  private Simulation(SimulatedProgress progress, double[] duration, long seed) {
    this.progress = progress;
    this.duration = duration;
    noise = new Random(seed + 1);
    startedAt = new double[duration.length];
    polls = new double[duration.length];
    late = new double[duration.length];
  }

  /**
   * Follows so many tasks. The same seed gives every schedule the same tasks.
   *
   * @param spread of the policy, 0-1
   */
  static Cost run(
      PollSchedule schedule,
      double spread,
      SimulatedDurations lengths,
      SimulatedProgress progress,
      Coming coming,
      int tasks,
      long seed) {
    Random random = new Random(seed);
    double[] duration = new double[tasks];
    Arrays.setAll(duration, any -> lengths.next(random));
    Simulation simulation = new Simulation(progress, duration, seed);
    simulation.follow(PATIENT.withSchedule(schedule).withSpread(spread), coming);
    return new Cost(simulation.polls, simulation.late);
  }

  private void follow(WaitPolicy policy, Coming coming) {
    Waiter waiter = waiter();
    CompletableFuture<?>[] ends = new CompletableFuture<?>[duration.length];
    for (int i = 0; i < ends.length; i++) {
      startedAt[i] = now();
      Waiter own = coming == Coming.ALONE ? waiter() : waiter;
      ends[i] = own.await(new TaskId("model:" + i), policy, TaskListener.none());
      if (coming != Coming.AT_ONCE) {
        passUntil(ends[i]);
      }
    }
    passUntil(CompletableFuture.allOf(ends));
  }

  private Waiter waiter() {
    return new Waiter((id, limit) -> answer(id), time);
  }

  private void passUntil(CompletableFuture<?> end) {
    while (!end.isDone()) {
      time.pass(Duration.ofHours(1));
    }
  }

  private CompletableFuture<TaskState> answer(TaskId id) {
    int task = Integer.parseInt(id.task());
    double age = now() - startedAt[task];
    polls[task] += age > 0 ? 1 : 0;
    if (age >= duration[task]) {
      late[task] = age - duration[task];
      return state(id, "completed", 100);
    }
    return state(id, "processing", progress.at(age / duration[task], noise));
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
        TaskState.of(id, PARSED.computeIfAbsent(json, JsonValue::parse)));
  }

  private double now() {
    return time.nanoTime() / 1e9;
  }
}

package io.github.videotasks.ext.polling;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A stream of tasks of one model, one after the other, followed by a real waiter in virtual time.
 * The waiter begins without experience and learns from each.
 */
final class Simulation {

  static final int TASKS = 1_000;

  /** Tasks in which little is learned yet. */
  static final int FIRST = 20;

  private static final WaitPolicy PATIENT = WaitPolicy.defaults().withDeadline(Duration.ofDays(2));

  /**
   * What a stream of tasks cost.
   *
   * @param polls a task, not counting the one at its start
   * @param late the mean time from the end to the poll that saw it, in seconds
   * @param p95 the 95th percentile of that time
   */
  record Cost(double polls, double late, double p95) {}

  private final VirtualTime time = new VirtualTime();
  private final Random durations;
  private final Random noise;
  private final double[] polls = new double[TASKS];
  private final double[] late = new double[TASKS];
  private double startedAt;
  private double duration;
  private int task;

  private Simulation(long seed) {
    durations = new Random(seed);
    noise = new Random(seed + 1);
  }

  /** Follows all tasks. The same seed gives every schedule the same tasks. */
  static Simulation run(
      PollSchedule schedule, SimulatedDurations lengths, SimulatedProgress progress, long seed) {
    Simulation simulation = new Simulation(seed);
    Waiter waiter = new Waiter((id, limit) -> simulation.answer(id, progress), simulation.time);
    WaitPolicy policy = PATIENT.withSchedule(schedule);
    for (int i = 0; i < TASKS; i++) {
      simulation.follow(waiter, policy, i, lengths.next(simulation.durations));
    }
    return simulation;
  }

  private void follow(Waiter waiter, WaitPolicy policy, int index, double seconds) {
    task = index;
    duration = seconds;
    startedAt = now();
    TaskId id = new TaskId("model:" + index);
    CompletableFuture<TaskState> end = waiter.await(id, policy, TaskListener.none());
    while (!end.isDone()) {
      time.pass(Duration.ofHours(1));
    }
  }

  private CompletableFuture<TaskState> answer(TaskId id, SimulatedProgress progress) {
    double age = now() - startedAt;
    polls[task] += age > 0 ? 1 : 0;
    if (age >= duration) {
      late[task] = age - duration;
      return state(id, "completed", 100);
    }
    return state(id, "processing", progress.at(age / duration, noise));
  }

  private static CompletableFuture<TaskState> state(
      TaskId id, String status, @Nullable Integer progress) {
    String json =
        "{\"status\":\"%s\",\"progress\":%s,\"video_url\":\"https://host/v.mp4\"}"
            .formatted(status, progress);
    return CompletableFuture.completedFuture(TaskState.of(id, JsonValue.parse(json)));
  }

  private double now() {
    return time.nanoTime() / 1e9;
  }

  Cost all() {
    return cost(TASKS);
  }

  Cost first() {
    return cost(FIRST);
  }

  private Cost cost(int tasks) {
    double[] sorted = Arrays.stream(late).limit(tasks).sorted().toArray();
    return new Cost(
        Arrays.stream(polls).limit(tasks).average().orElseThrow(),
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[tasks * 95 / 100]);
  }
}

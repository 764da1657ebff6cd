package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** The gateway of one history: its tasks, its faults, and the latency of its responses. */
final class SimulatedGateway {

  private final HistoryContext history;
  private final FaultPlan faults;
  private final Map<TaskId, TaskTimeline> tasks = new LinkedHashMap<>();

  SimulatedGateway(HistoryContext history, SplittableRandom random) {
    this.history = history;
    faults = new FaultPlan(random);
    history.log("faults:", faults);
  }

  void addTask(TaskId id, TaskTimeline timeline) {
    tasks.put(id, timeline);
    history.log("task", id, timeline);
  }

  /** Returns the response to a poll that is sent now. */
  SimulatedResponse respond(TaskId id) {
    SimulatedResponse fault = faults.faultAt(history.now());
    TaskTimeline task = Objects.requireNonNull(tasks.get(id));
    if (fault != null) {
      return fault;
    }
    return task.isKnownAt(history.now())
        ? SimulatedResponse.task(task.jsonAt(history.now(), history.scheduler().wallClock()))
        : SimulatedResponse.error(ErrorKind.TASK_NOT_FOUND, null);
  }

  /** Returns the time until the response; the given one if it would take longer. */
  Duration latency(Duration most) {
    Duration latency = faults.latency();
    return latency == null || latency.compareTo(most) > 0 ? most : latency;
  }
}

package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One history: some tasks at a gateway with faults, callers that wait for them in one process after
 * another, and what disturbs them at random moments. The seed determines everything.
 */
final class SimulatedHistory {

  private static final double START_SECONDS = 60;

  private final HistoryContext history;
  private final SplittableRandom random;
  private final Defect defect;
  private final SimulatedGateway gateway;
  private final SnapshotStore store = new SnapshotStore();
  private final List<String> ids = new ArrayList<>();
  private final List<SimulatedPolicy> policies = new ArrayList<>();
  private @Nullable SimulatedClient client;
  private int processes;
  private int waits;

  private SimulatedHistory(long seed, HistoryLog log, Defect defect) {
    history = new HistoryContext(seed, log, this::expire, this::afterEvent, this::checkQuiescent);
    random = history.newRandom();
    this.defect = defect;
    gateway = new SimulatedGateway(history, history.newRandom());
  }

  /**
   * Runs the history of a seed to its end.
   *
   * @throws InvariantViolation at the first violation
   */
  static void run(long seed, HistoryLog log, Defect defect) {
    SimulatedHistory history = new SimulatedHistory(seed, log, defect);
    history.plan();
    history.history.scheduler().run();
    history.finish();
  }

  private void expire() {
    if (client != null) {
      client.expire();
    }
  }

  private void afterEvent() {
    if (client != null) {
      client.afterEvent();
    }
  }

  private void checkQuiescent() {
    if (client != null) {
      client.checkQuiescent();
    }
  }

  private void plan() {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String id = "sora-2:task_" + i;
      ids.add(id);
      policies.add(nextPolicy());
      gateway.addTask(new TaskId(id), new TaskTimeline(random, 0));
    }
    startProcess();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      at(startTime(), this::startWait);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      at(startTime(), this::subscribe);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      at(RandomValues.duration(random, 0.1, 300), this::crash);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Duration jump = Duration.ofSeconds(random.nextInt(-7200, 7200));
      at(RandomValues.duration(random, 0.1, 300), () -> jumpWallClock(jump));
    }
    if (RandomValues.oneIn(random, 5)) {
      at(RandomValues.duration(random, 0.1, 300), this::close);
    }
  }

  private SimulatedPolicy nextPolicy() {
    return policies.isEmpty() || random.nextBoolean()
        ? SimulatedPolicy.random(random)
        : policies.get(policies.size() - 1);
  }

  private Duration startTime() {
    return random.nextBoolean()
        ? Duration.ZERO
        : Duration.ofNanos((long) (1e9 * random.nextDouble(START_SECONDS)));
  }

  private void at(Duration time, Runnable action) {
    history.scheduler().schedule(time, action);
  }

  /** Starts the next process, which continues all stored waits. */
  private void startProcess() {
    SimulatedClient previous = client;
    if (previous != null && previous.isAlive()) {
      if (!previous.expected().isClosed()) {
        return;
      }
      previous.crash();
    }
    SimulatedClient next = new SimulatedClient(history, gateway, "process " + ++processes, defect);
    client = next;
    for (SnapshotStore.StoredWait wait : store.waits()) {
      new SimulatedCaller(history, next, store, wait).start();
    }
  }

  private void startWait() {
    SimulatedClient current = client;
    if (current == null || !current.isAlive()) {
      return;
    }
    int task = random.nextInt(ids.size());
    SimulatedPolicy policy = policies.get(task);
    SimulatedCaller caller =
        new SimulatedCaller(
            history,
            current,
            store,
            new SnapshotStore.StoredWait(
                "wait " + ++waits,
                ids.get(task),
                policy,
                policy.deadline(random),
                null,
                ExpectedLoop.Progress.NONE));
    caller.start();
    if (RandomValues.oneIn(random, 4)) {
      at(RandomValues.duration(random, 0.001, 100), caller::cancel);
    }
  }

  private void subscribe() {
    SimulatedClient current = client;
    if (current == null || !current.isAlive()) {
      return;
    }
    // All tasks of a subscription have one policy, and the callers of a task share one.
    SimulatedPolicy policy = policies.get(random.nextInt(ids.size()));
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (policies.get(i).equals(policy)) {
        tasks.add(ids.get(i));
      }
    }
    SimulatedSubscriber subscriber =
        new SimulatedSubscriber(history, current, "subscriber " + ++waits);
    subscriber.subscribe(tasks, policy);
    if (RandomValues.oneIn(random, 4)) {
      at(RandomValues.duration(random, 0.001, 100), subscriber::cancel);
    }
  }

  private void crash() {
    if (client != null && client.isAlive()) {
      client.crash();
      restartLater();
    }
  }

  private void close() {
    if (client != null && client.isAlive()) {
      client.close();
      restartLater();
    }
  }

  private void restartLater() {
    at(RandomValues.duration(random, 0.001, 300), this::startProcess);
  }

  private void jumpWallClock(Duration jump) {
    history.log("wall clock jumps by", jump);
    history.scheduler().jumpWallClock(jump);
  }

  /** All events have run: nothing may be open, and a closed client starts nothing. */
  private void finish() {
    SimulatedClient last = client;
    if (last == null || !last.isAlive()) {
      return;
    }
    if (last.expected().openWaits() > 0) {
      history.violate(Invariant.NO_LOST_END, last, "no open wait at the end", last.client());
    }
    last.close();
    startWait();
    last.afterEvent();
    history.scheduler().run();
    last.checkQuiescent();
    history.throwViolation();
  }
}

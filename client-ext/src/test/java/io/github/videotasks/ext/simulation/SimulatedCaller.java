package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A caller with one wait, which stores its snapshots; its listener may be slow or throw. */
final class SimulatedCaller implements TaskListener {

  /** What the listener does in one of its calls. */
  private enum Behaviour {
    NOTHING,
    BLOCK,
    THROW,
    CANCEL,
    CLOSE
  }

  private final HistoryContext history;
  private final SimulatedClient client;
  private final SnapshotStore store;
  private final SplittableRandom random;
  private final Behaviour behaviour;
  private SnapshotStore.StoredWait stored;
  private int callsUntilBehaviour;
  private @Nullable ExpectedWait expected;
  private @Nullable TaskWatch watch;

  SimulatedCaller(
      HistoryContext history,
      SimulatedClient client,
      SnapshotStore store,
      SnapshotStore.StoredWait wait) {
    this.history = history;
    this.client = client;
    this.store = store;
    stored = wait;
    random = history.newRandom();
    behaviour =
        switch (random.nextInt(16)) {
          case 0 -> Behaviour.THROW;
          case 1, 2 -> Behaviour.BLOCK;
          case 3 -> Behaviour.CANCEL;
          case 4 -> random.nextBoolean() ? Behaviour.CLOSE : Behaviour.NOTHING;
          default -> Behaviour.NOTHING;
        };
    callsUntilBehaviour = random.nextInt(8);
  }

  /** Starts the wait, or resumes it if a snapshot is stored. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void start() {
    store.put(stored);
    String json = stored.json();
    TaskWatch started = json == null ? startNew() : resume(WaitSnapshot.parse(json));
    watch = started;
    ExpectedWait wait = Objects.requireNonNull(expected);
    started
        .result()
        .whenComplete(
            (state, error) -> {
              String outcome = Outcomes.of(state, error);
              if (!outcome.equals(Outcomes.CLOSED)) {
                store.remove(stored);
              }
              if (client.isAlive()) {
                wait.onEnd(outcome);
              }
            });
  }

  private TaskWatch startNew() {
    TaskId id = new TaskId(stored.id());
    WaitPolicy policy = stored.policy().waits().withDeadline(stored.deadline());
    history.log(client, "starts", stored.name(), "of", id, "until", stored.deadline(), behaviour);
    expected = client.expected().start(stored.name(), id, stored.policy(), stored.deadline());
    return client.client().watch(stored.id(), policy, CallOptions.defaults(), this);
  }

  /** The time without a process counts by the wall clock, unless that went back. */
  private TaskWatch resume(WaitSnapshot snapshot) {
    Duration byClock = Duration.between(snapshot.startedAt(), history.scheduler().wallClock());
    Duration elapsed = byClock.compareTo(snapshot.elapsed()) < 0 ? snapshot.elapsed() : byClock;
    Duration left = Duration.between(snapshot.startedAt(), snapshot.deadline()).minus(elapsed);
    boolean expired = left.isNegative() || left.isZero();
    Duration remaining = expired ? Duration.ofSeconds(30) : left;
    history.log(client, "resumes", stored.name(), "of", stored.id(), "for", remaining, behaviour);
    expected =
        client
            .expected()
            .resume(
                stored.name(),
                snapshot.id(),
                stored.policy(),
                stored.progress(),
                elapsed,
                remaining);
    return client.client().resume(snapshot, stored.policy().waits(), CallOptions.defaults(), this);
  }

  void cancel() {
    TaskWatch open = watch;
    if (open != null && client.isAlive()) {
      history.log(client, "cancels", stored.name());
      Objects.requireNonNull(expected).cancelled();
      open.result().cancel(true);
    }
  }

  @Override
  public void onChange(TaskState state) {
    onCall("onChange " + state.stage());
  }

  @Override
  public void onRegression(TaskState before, TaskState now) {
    onCall("onRegression");
  }

  @Override
  public void onStall(TaskState state, Duration unchanged) {
    onCall("onStall");
  }

  @Override
  public void onPoll(WaitSnapshot snapshot) {
    ExpectedWait wait = expected;
    ExpectedLoop loop = wait == null ? null : wait.loop();
    if (wait != null && loop != null && client.isAlive()) {
      check(wait, loop, snapshot);
      if (random.nextInt(4) > 0) {
        stored = stored.with(snapshot.toJson(), loop.progress());
        store.put(stored);
      }
    }
    onCall("onPoll");
  }

  private void check(ExpectedWait wait, ExpectedLoop loop, WaitSnapshot snapshot) {
    String expectedCounts = loop.progress().polls() + " polls, elapsed at most " + wait.elapsed();
    String found = snapshot.timeline().polls() + " polls, elapsed " + snapshot.elapsed();
    // Of the time of the poll: another listener may have blocked the thread since.
    boolean valid =
        snapshot.timeline().polls() == loop.progress().polls()
            && snapshot.elapsed().compareTo(wait.elapsed()) <= 0;
    if (!valid) {
      history.violate(Invariant.NO_LOST_END, wait, "a snapshot of " + expectedCounts, found);
    }
  }

  private void onCall(String name) {
    if (!client.isAlive()) {
      return;
    }
    history.log(client, stored.name(), name);
    TaskWatch open = watch;
    if (open != null && open.result().isDone()) {
      history.violate(
          Invariant.NO_DOUBLE_END, stored.name(), "no call of the listener after the end", name);
    }
    if (callsUntilBehaviour-- == 0) {
      behave(open);
    }
  }

  private void behave(@Nullable TaskWatch open) {
    switch (behaviour) {
      case THROW -> {
        RuntimeException error = new IllegalStateException("thrown by the listener");
        Objects.requireNonNull(expected).listenerThrows(error);
        throw error;
      }
      case BLOCK -> {
        // While the wait starts, the thread of the caller holds the monitor of the wait.
        if (open != null) {
          history.scheduler().block(RandomValues.duration(random, 0.01, 60));
        }
        callsUntilBehaviour = random.nextInt(8);
      }
      case CANCEL -> cancel();
      case CLOSE -> client.close();
      case NOTHING -> {}
    }
  }
}

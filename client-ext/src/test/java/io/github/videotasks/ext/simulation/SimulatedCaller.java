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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  private boolean cancelled;
  private boolean notified;

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
    client.add(this);
    observeEnd();
    started.result().whenComplete((state, error) -> onNotified(Outcomes.of(state, error)));
  }

  /** The end is visible at once, whatever callbacks are pending. */
  void observeEnd() {
    TaskWatch open = watch;
    ExpectedWait wait = expected;
    if (open != null && wait != null && wait.isOpen() && open.result().isDone()) {
      wait.onEnd(outcome(open.result()));
    }
  }

  private static String outcome(CompletableFuture<TaskState> result) {
    try {
      return Outcomes.of(result.getNow(null), null);
    } catch (CompletionException | CancellationException e) {
      return Outcomes.of(null, e);
    }
  }

  /** The dependent stage of the result: the last callback. */
  private void onNotified(String outcome) {
    if (!client.isAlive()) {
      return;
    }
    history.log(stored.name(), "is notified of the end:", outcome);
    if (notified) {
      history.violate(Invariant.NO_DOUBLE_END, stored.name(), "one notification", "another one");
    }
    notified = true;
    if (!outcome.equals(Outcomes.CLOSED)) {
      store.remove(stored);
    }
  }

  /** Call when all callbacks have run. */
  void checkNotified() {
    if (expected != null && !expected.isOpen() && !notified) {
      history.violate(Invariant.NO_LOST_END, stored.name(), "a notification of the end", "none");
    }
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
      cancelled |= open.result().cancel(true);
      observeEnd();
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
      store(wait, loop.polled(snapshot.timeline().polls()), snapshot);
    }
    onCall("onPoll");
  }

  /** Compares the snapshot with the poll that it belongs to, and stores it now and then. */
  private void store(
      ExpectedWait wait, ExpectedLoop.@Nullable Polled polled, WaitSnapshot snapshot) {
    if (polled == null || !snapshot.elapsed().equals(wait.elapsedAt(polled.at()))) {
      history.violate(Invariant.NO_LOST_END, wait, "the snapshot of a poll", snapshot);
    } else if (random.nextInt(4) > 0) {
      stored = stored.with(snapshot.toJson(), polled.progress());
      store.put(stored);
    }
  }

  private void onCall(String name) {
    if (!client.isAlive()) {
      return;
    }
    history.log(client, stored.name(), name);
    if (notified || cancelled) {
      history.violate(
          Invariant.NO_DOUBLE_END, stored.name(), "no call of the listener after the end", name);
    }
    if (callsUntilBehaviour-- == 0) {
      behave();
    }
  }

  private void behave() {
    switch (behaviour) {
      case THROW -> {
        RuntimeException error = new IllegalStateException("thrown by the listener");
        Objects.requireNonNull(expected).listenerThrows(error);
        throw error;
      }
      case BLOCK -> {
        history.scheduler().block(RandomValues.duration(random, 0.01, 60));
        callsUntilBehaviour = random.nextInt(8);
      }
      case CANCEL -> cancel();
      case CLOSE -> client.close();
      case NOTHING -> {}
    }
  }
}

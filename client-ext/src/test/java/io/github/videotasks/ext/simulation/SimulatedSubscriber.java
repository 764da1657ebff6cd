package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber of the events of several tasks, which may be slow, throw or cancel. */
final class SimulatedSubscriber implements Flow.Subscriber<TaskEvent> {

  /** What the subscriber does with one of its events. */
  private enum Behaviour {
    NOTHING,
    BLOCK,
    THROW,
    CANCEL
  }

  private final HistoryContext history;
  private final SimulatedClient client;
  private final String name;
  private final SplittableRandom random;
  private final Behaviour behaviour;
  private final Map<TaskId, ExpectedWait> waits = new LinkedHashMap<>();
  private final Set<TaskId> ended = new LinkedHashSet<>();
  private Flow.@Nullable Subscription subscription;
  private long demand;
  private int eventsUntilBehaviour;
  private boolean abandoned;
  private boolean completed;

  SimulatedSubscriber(HistoryContext history, SimulatedClient client, String name) {
    this.history = history;
    this.client = client;
    this.name = name;
    random = history.newRandom();
    behaviour = RandomValues.oneOf(random, Behaviour.values());
    eventsUntilBehaviour = random.nextInt(6);
  }

  void subscribe(List<String> ids, SimulatedPolicy policy) {
    var deadline = policy.deadline(random);
    history.log(client, name, "subscribes to", ids, "until", deadline, behaviour);
    for (String id : ids) {
      TaskId taskId = new TaskId(id);
      waits.put(taskId, client.expected().subscribe(name + " of " + id, taskId, policy, deadline));
    }
    client.subscribe(this, ids, policy.waits().withDeadline(deadline));
    if (client.expected().isClosed()) {
      onClientClosed();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription value) {
    subscription = value;
    request(RandomValues.oneOf(random, 0L, 1L, 3L, Long.MAX_VALUE));
    for (int i = random.nextInt(4); i > 0; i--) {
      requestLater(1 + random.nextInt(3));
    }
    requestLater(Long.MAX_VALUE);
  }

  private void requestLater(long n) {
    history.scheduler().schedule(RandomValues.duration(random, 0.1, 400), () -> request(n));
  }

  private void request(long n) {
    if (n > 0 && !abandoned && client.isAlive()) {
      history.log(client, name, "requests", n);
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      Objects.requireNonNull(subscription).request(n);
    }
  }

  void cancel() {
    if (!abandoned && client.isAlive() && subscription != null) {
      history.log(client, name, "cancels");
      abandoned = true;
      subscription.cancel();
      removeAbandoned();
    }
  }

  @Override
  public void onNext(TaskEvent event) {
    if (!client.isAlive()) {
      return;
    }
    history.log(client, name, event.getClass().getSimpleName(), event.id());
    if (abandoned || completed || demand-- == 0 || ended.contains(event.id())) {
      String state = "cancelled %s, completed %s, ended %s".formatted(abandoned, completed, ended);
      history.violate(Invariant.NO_DOUBLE_END, name, "no event: " + state, event);
    }
    if (event instanceof TaskEvent.Ended end) {
      onEnd(end.id(), Outcomes.of(end.state(), null));
    } else if (event instanceof TaskEvent.Failed failed) {
      onEnd(failed.id(), Outcomes.of(null, failed.error()));
    }
    if (eventsUntilBehaviour-- == 0) {
      behave();
    }
  }

  private void behave() {
    switch (behaviour) {
      case BLOCK -> {
        history.scheduler().block(RandomValues.duration(random, 0.01, 60));
        eventsUntilBehaviour = random.nextInt(6);
      }
      case THROW -> {
        abandoned = true;
        throw new IllegalStateException("thrown by the subscriber");
      }
      case CANCEL -> cancel();
      case NOTHING -> {}
    }
  }

  private void onEnd(TaskId id, String outcome) {
    ended.add(id);
    ExpectedWait wait = Objects.requireNonNull(waits.get(id));
    if (wait.isOpen()) {
      wait.onEnd(outcome);
    } else if (!wait.mayHaveEndedWith(outcome)) {
      history.violate(Invariant.NO_LOST_END, wait, String.valueOf(wait.end()), outcome);
    }
  }

  @Override
  public void onError(Throwable error) {
    history.violate(Invariant.NO_LOST_END, name, "the ends of all tasks", error);
  }

  @Override
  public void onComplete() {
    if (!client.isAlive()) {
      return;
    }
    history.log(client, name, "onComplete");
    if (completed || abandoned) {
      history.violate(Invariant.NO_DOUBLE_END, name, "no onComplete", "a further one");
    }
    if (!ended.equals(waits.keySet())) {
      history.violate(Invariant.NO_LOST_END, name, "the ends of " + waits.keySet(), ended);
    }
    completed = true;
  }

  void onClientClosed() {
    waits.values().stream().filter(ExpectedWait::isOpen).forEach(w -> w.close(Outcomes.CLOSED));
  }

  /** Removes the waits of a subscriber that threw. */
  void removeAbandoned() {
    if (abandoned) {
      waits.values().stream().filter(ExpectedWait::isOpen).forEach(w -> w.close("abandoned"));
    }
  }

  void checkQuiescent() {
    if (abandoned || completed || demand == 0) {
      return;
    }
    boolean all = true;
    for (ExpectedWait wait : waits.values()) {
      all &= !wait.isOpen();
      if (!wait.isOpen() && !ended.contains(wait.id())) {
        history.violate(Invariant.NO_LOST_END, wait, "an event of the end", "none");
      }
    }
    if (all) {
      history.violate(Invariant.NO_LOST_END, name, "onComplete", "none");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

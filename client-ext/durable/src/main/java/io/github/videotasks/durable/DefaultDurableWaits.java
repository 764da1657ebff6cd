package io.github.videotasks.durable;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.time.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The implementation of {@link DurableWaits}. */
final class DefaultDurableWaits implements DurableWaits {

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final NodeParts parts;
  private final Map<String, DurableGateway> gateways;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.factory("video-tasks-worker"));
  private @Nullable EventDelivery delivery;
  private boolean started;
  private boolean closed;

  DefaultDurableWaits(NodeParts parts, Map<String, DurableGateway> gateways) {
    this.parts = parts;
    this.gateways = Map.copyOf(gateways);
  }

  @Override
  public WaitState watch(String gateway, String task, WaitPolicy policy) {
    requireGateway(gateway);
    TaskId id = new TaskId(task);
    String policyText = parts.policies().write(policy);
    WaitState known = parts.waits().state(gateway, task);
    if (known != null) {
      return known;
    }
    parts.bounds().check();
    Instant now = now();
    WaitSnapshot snapshot = PollSteps.of(policy).begin(gateway, "", id, now);
    if (parts.waits().insert(snapshot, gateway, policyText, now)) {
      parts.bounds().onStarted();
      pullForward(gateway, task, now);
      return new WaitState.Open(snapshot, now);
    }
    WaitState concurrent = parts.waits().state(gateway, task);
    return concurrent == null ? watch(gateway, task, policy) : concurrent;
  }

  /** A node that is not started reads the clock of the database for each wait. */
  private Instant now() {
    synchronized (this) {
      if (!started) {
        parts.beat().readClock();
      }
    }
    return parts.clock().now();
  }

  private void requireGateway(String name) {
    if (!gateways.containsKey(name)) {
      throw new IllegalArgumentException(
          "expected one of the gateways %s, found \"%s\""
              .formatted(gateways.keySet().stream().sorted().toList(), name));
    }
  }

  private void pullForward(String gateway, String task, Instant time) {
    int earlier = parts.buckets().pullForward(List.of(Buckets.of(gateway, task)), time);
    if (earlier > 0) {
      wakeUp();
    }
  }

  private synchronized void wakeUp() {
    if (started && !closed) {
      parts.engine().wakeUp();
    }
  }

  @Override
  public boolean cancel(String gateway, String task) {
    requireGateway(gateway);
    return parts.waits().cancel(gateway, new TaskId(task).value());
  }

  @Override
  public boolean nudge(String gateway, String task) {
    requireGateway(gateway);
    boolean open = parts.waits().nudge(gateway, new TaskId(task).value());
    if (open) {
      pullForward(gateway, task, now());
    }
    return open;
  }

  @Override
  public @Nullable WaitState state(String gateway, String task) {
    requireGateway(gateway);
    return parts.waits().state(gateway, new TaskId(task).value());
  }

  @Override
  public synchronized void events(WaitEventHandler handler) {
    if (delivery != null) {
      throw new IllegalStateException("expected one handler of events, found a second one");
    }
    delivery = new EventDelivery(parts.database(), handler, parts.reports());
    if (started && !closed) {
      threads.execute(delivery::run);
    }
  }

  @Override
  public synchronized void start() {
    if (started || closed) {
      throw new IllegalStateException("expected to start once, and not after close");
    }
    parts.beat().start();
    parts.engine().start();
    threads.execute(parts.lateSteps()::run);
    if (delivery != null) {
      threads.execute(delivery::run);
    }
    started = true;
  }

  @Override
  public void close() {
    EventDelivery events;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      events = delivery;
    }
    if (started) {
      parts.engine().stop();
      releaseParked();
      parts.beat().stop();
    }
    if (events != null) {
      events.close();
    }
    NodeThreads.close(threads, CLOSE_PATIENCE);
    parts.close();
  }

  private void releaseParked() {
    try {
      parts.lateSteps().close();
    } catch (DurableWaitsException e) {
      parts.reports().problem("release of parked polls", e);
    }
  }

  @Override
  public String toString() {
    return "DurableWaits["
        + parts.node()
        + ", "
        + gateways.keySet().stream().sorted().toList()
        + "]";
  }
}

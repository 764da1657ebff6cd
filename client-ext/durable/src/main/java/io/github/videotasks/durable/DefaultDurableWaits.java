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
  private volatile boolean started;
  private volatile boolean closed;

  DefaultDurableWaits(NodeParts parts, Map<String, DurableGateway> gateways) {
    this.parts = parts;
    this.gateways = Map.copyOf(gateways);
  }

  @Override
  public WaitState watch(String gateway, String task, WaitPolicy policy) {
    requireGateway(gateway);
    TaskId id = new TaskId(task);
    String policyText = parts.policies().write(policy);
    while (true) {
      WaitState known = parts.waits().state(gateway, task);
      if (known != null) {
        return known;
      }
      Instant now = now();
      WaitSnapshot snapshot = PollSteps.of(policy).begin(gateway, "", id, now);
      if (insert(snapshot, gateway, policyText, now)) {
        pullForward(gateway, task, now);
        return new WaitState.Open(snapshot, now);
      }
    }
  }

  /** Returns false if there is such a wait, or has been meanwhile. */
  private boolean insert(WaitSnapshot snapshot, String gateway, String policyText, Instant now) {
    parts.bounds().add();
    boolean inserted = false;
    try {
      inserted = parts.waits().insert(snapshot, gateway, policyText, now);
      return inserted;
    } finally {
      if (!inserted) {
        parts.bounds().remove();
      }
    }
  }

  /** A node that is not started reads the clock of the database for each wait. */
  private Instant now() {
    if (!started) {
      parts.beat().readClock();
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

  private void wakeUp() {
    if (started && !closed) {
      parts.engine().wakeUp();
    }
  }

  @Override
  public boolean cancel(String gateway, String task) {
    boolean cancelled = parts.waits().cancel(gateway, new TaskId(task).value());
    if (!cancelled && parts.waits().end(gateway, task) == null) {
      requireGateway(gateway);
    }
    return cancelled;
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

  /** The waits of a gateway that was removed are not polled, but can be read and cancelled. */
  @Override
  public @Nullable WaitState state(String gateway, String task) {
    WaitState state = parts.waits().state(gateway, new TaskId(task).value());
    if (state == null) {
      requireGateway(gateway);
    }
    return state;
  }

  @Override
  public synchronized void events(WaitEventHandler handler) {
    if (delivery != null || closed) {
      throw new IllegalStateException(
          "expected one handler of events before close, found "
              + (closed ? "a closed node" : "a second one"));
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
    // These fail if the database does not respond. Nothing runs yet, so start can be called again.
    parts.beat().beat();
    parts.engine().seed();
    started = true;
    try {
      parts.beat().start();
      threads.execute(parts.lateSteps()::run);
      if (delivery != null) {
        threads.execute(delivery::run);
      }
      parts.engine().start();
    } catch (RuntimeException | Error e) {
      closed = true;
      stopAll(delivery);
      throw new IllegalStateException(
          "expected the threads of the node to start, found a problem; the node is closed, build"
              + " another one",
          e);
    }
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
    stopAll(events);
  }

  /** A part that cannot be stopped is reported, because the others must stop nevertheless. */
  private void stopAll(@Nullable EventDelivery events) {
    if (started) {
      stopOrReport("end of the buckets", parts.engine()::stop);
      stopOrReport("release of parked polls", parts.lateSteps()::close);
      stopOrReport("end of the heartbeat", parts.beat()::stop);
    }
    if (events != null) {
      events.close();
    }
    NodeThreads.close(threads, CLOSE_PATIENCE);
    parts.close();
  }

  private void stopOrReport(String what, Runnable stop) {
    try {
      stop.run();
    } catch (RuntimeException | Error e) {
      parts.reports().problem(what, e);
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

package io.github.videotasks.durable;

import io.github.videotasks.durable.DurableWaitsListener.BatchReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Polls the due waits of one bucket: reads a batch, polls it, commits all its steps in one
 * statement, and repeats while more is due. Returns when the bucket is to run again.
 *
 * <p>A poll without a response within the time slice is parked: its wait is leased until the poll
 * must have ended, and its step is committed later by {@link LateSteps}. A batch therefore never
 * waits for a slow host. If this node dies, {@link NodeBeat} of another one ends the lease.
 */
final class BucketRun {

  private final BucketTable table;
  private final DividedCommit commits;
  private final Map<String, GatewayPolls> gateways;
  private final LateSteps lateSteps;
  private final DatabaseClock clock;
  private final RunLimits limits;
  private final Reports reports;

  BucketRun(
      Database database,
      Map<String, GatewayPolls> gateways,
      LateSteps lateSteps,
      DividedCommit commits,
      DatabaseClock clock,
      RunLimits limits,
      Reports reports) {
    table = new BucketTable(database);
    this.commits = commits;
    this.gateways = Map.copyOf(gateways);
    this.lateSteps = lateSteps;
    this.clock = clock;
    this.limits = limits;
    this.reports = reports;
  }

  /**
   * Polls what is due.
   *
   * @param stopping whether the node is being closed
   * @return when to run again
   */
  Instant run(int bucket, BooleanSupplier stopping) {
    long end = clock.nanos() + limits.longestRun().toNanos();
    boolean more = true;
    while (more && !stopping.getAsBoolean() && clock.nanos() - end < 0) {
      more = runBatch(bucket);
    }
    return nextRun(bucket);
  }

  /** Returns when the bucket has something to do, within the limits of its rest. */
  Instant nextRun(int bucket) {
    Instant now = clock.now();
    Instant next = now.plus(limits.longestRest());
    for (Map.Entry<String, Instant> due : table.nextDue(bucket, gateways.keySet()).entrySet()) {
      Instant possible = polls(due.getKey()).pace().nextCapacity();
      Instant at = due.getValue().isAfter(possible) ? due.getValue() : possible;
      next = at.isBefore(next) ? at : next;
    }
    Instant earliest = now.plus(limits.shortestRest());
    return next.isBefore(earliest) ? earliest : next;
  }

  /** Returns whether more may be due. */
  private boolean runBatch(int bucket) {
    Map<String, Integer> capacities = capacities();
    if (capacities.isEmpty()) {
      return false;
    }
    List<WaitRow> due = commits.refusedWaits().readDue(table, bucket, clock.now(), capacities);
    List<OpenPoll> polls = start(due);
    if (polls.isEmpty()) {
      return false;
    }
    List<Duration> late = reports.hasListener() ? lateness(polls) : List.of();
    try {
      awaitSlice(polls);
      commit(bucket, polls, late);
    } catch (RuntimeException | Error e) {
      polls.forEach(OpenPoll::cancel);
      throw e;
    }
    return polls.size() == due.size() && isFull(due, capacities);
  }

  private Map<String, Integer> capacities() {
    Map<String, Integer> capacities = new HashMap<>();
    gateways.forEach(
        (name, polls) -> {
          int capacity = polls.pace().capacity(limits.batchSize());
          if (capacity > 0) {
            capacities.put(name, capacity);
          }
        });
    return capacities;
  }

  private static boolean isFull(List<WaitRow> due, Map<String, Integer> capacities) {
    Map<String, Integer> counts = new HashMap<>();
    due.forEach(row -> counts.merge(row.gateway(), 1, Integer::sum));
    return counts.entrySet().stream()
        .anyMatch(entry -> entry.getValue().equals(capacities.get(entry.getKey())));
  }

  private List<OpenPoll> start(List<WaitRow> due) {
    Map<String, List<WaitRow>> byGateway = new LinkedHashMap<>();
    due.forEach(row -> byGateway.computeIfAbsent(row.gateway(), any -> new ArrayList<>()).add(row));
    List<OpenPoll> polls = new ArrayList<>();
    byGateway.forEach((name, rows) -> polls.addAll(startOrReport(polls(name), rows)));
    return polls;
  }

  /** A gateway without slots must not undo the polls of the others. */
  private List<OpenPoll> startOrReport(GatewayPolls gateway, List<WaitRow> rows) {
    try {
      return gateway.start(rows);
    } catch (RuntimeException e) {
      reports.problem("slots of gateway " + rows.get(0).gateway(), e);
      return List.of();
    }
  }

  private GatewayPolls polls(String gateway) {
    GatewayPolls polls = gateways.get(gateway);
    if (polls == null) {
      throw new IllegalStateException("expected a gateway of this node, found " + gateway);
    }
    return polls;
  }

  private List<Duration> lateness(List<OpenPoll> polls) {
    Instant now = clock.now();
    return polls.stream().map(poll -> Duration.between(poll.row().dueAt(), now)).toList();
  }

  private void awaitSlice(List<OpenPoll> polls) {
    CompletableFuture<?>[] awaited =
        polls.stream()
            .filter(poll -> !poll.gateway().isSlow())
            .map(OpenPoll::step)
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(awaited).get(limits.slice().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // The rest is parked.
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("expected a step for each poll, found an error", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while polling; the waits stay due", e);
    }
  }

  private void commit(int bucket, List<OpenPoll> polls, List<Duration> late) {
    List<Step> steps = new ArrayList<>(polls.size());
    BitSet parked = new BitSet();
    for (OpenPoll poll : polls) {
      boolean done = poll.step().isDone();
      parked.set(steps.size(), !done);
      steps.add(done ? poll.step().join() : lease(poll));
    }
    markSlowGateways(polls, parked);
    BitSet committed = commits.commit(steps);
    int ended = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (parked.get(i)) {
        park(polls.get(i), committed.get(i));
      } else if (committed.get(i) && steps.get(i) instanceof Step.End) {
        ended++;
      }
    }
    if (reports.hasListener()) {
      int stale = steps.size() - committed.cardinality();
      reports.batch(new BatchReport(bucket, late, ended, parked.cardinality(), stale));
    }
  }

  /** A gateway is slow if most of its polls are parked, although the batch waited for them. */
  private static void markSlowGateways(List<OpenPoll> polls, BitSet parked) {
    Map<GatewayPolls, Integer> balance = new HashMap<>();
    for (int i = 0; i < polls.size(); i++) {
      balance.merge(polls.get(i).gateway(), parked.get(i) ? 1 : -1, Integer::sum);
    }
    balance.forEach(
        (gateway, more) -> {
          if (more > 0 && !gateway.isSlow()) {
            gateway.markSlow();
          }
        });
  }

  private Step lease(OpenPoll poll) {
    Instant end = clock.now().plus(poll.gateway().lease());
    return new Step.Continue(poll.row(), end, null, limits.node());
  }

  /** Without the lease, another node has stepped the wait, and this poll is of no use. */
  private void park(OpenPoll poll, boolean leased) {
    if (leased) {
      lateSteps.add(new OpenPoll(poll.row().leased(), poll.gateway(), poll.step()));
    } else {
      poll.cancel();
    }
  }
}

package io.github.videotasks.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Commits the steps of parked polls, many at a time, on a thread of its own. While the database
 * fails, it tries again. The waits of steps that are not committed are due again at the end of
 * their leases.
 */
final class LateSteps {

  private static final int MAX_BATCH = 500;
  private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);

  private final DividedCommit commits;
  private final BucketTable buckets;
  private final DatabaseClock clock;
  private final Duration longestRest;
  private final Reports reports;
  private final Set<OpenPoll> open = ConcurrentHashMap.newKeySet();
  private final LinkedBlockingQueue<Step> done = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  LateSteps(
      Database database,
      DividedCommit commits,
      DatabaseClock clock,
      Duration longestRest,
      Reports reports) {
    this.commits = commits;
    buckets = new BucketTable(database);
    this.clock = clock;
    this.longestRest = longestRest;
    this.reports = reports;
  }

  /** Adds a poll whose lease is committed. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void add(OpenPoll leased) {
    open.add(leased);
    leased
        .step()
        .whenComplete(
            (step, error) -> {
              if (open.remove(leased) && step != null) {
                done.add(step.withRow(leased.row()));
              }
            });
  }

  /** Commits until {@link #close}. No problem ends the thread, not even an error. */
  void run() {
    while (!closed) {
      try {
        if (!commitOrReport()) {
          Thread.sleep(FAILURE_PAUSE.toMillis());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean commitOrReport() throws InterruptedException {
    try {
      commitNext(Duration.ofMillis(200));
      return true;
    } catch (RuntimeException | Error e) {
      reports.problem("late steps", e);
      return false;
    }
  }

  /** Commits the steps that are done, after waiting for the first one. */
  void commitNext(Duration patience) throws InterruptedException {
    Step first = done.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (first != null) {
      List<Step> steps = new ArrayList<>(List.of(first));
      takeDone(steps, MAX_BATCH);
      commitOrKeep(steps);
    }
  }

  private void commitOrKeep(List<Step> steps) {
    try {
      commit(steps);
    } catch (DurableWaitsException e) {
      // Not after other problems, which may be in the steps. A step that is stale by then is
      // refused.
      done.addAll(steps);
      throw e;
    }
  }

  private void takeDone(List<Step> steps, int most) {
    while (steps.size() < most) {
      Step next = done.poll();
      if (next == null) {
        return;
      }
      steps.add(next);
    }
  }

  /** A bucket that rests looks again within the longest rest anyway. */
  private void commit(List<Step> steps) {
    commits.commit(steps);
    Instant soon = clock.now().plus(longestRest);
    Instant earliest = soon;
    Set<Integer> early = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Continue next && next.dueAt().isBefore(soon)) {
        early.add(Buckets.of(step.row().gateway(), step.row().task()));
        earliest = next.dueAt().isBefore(earliest) ? next.dueAt() : earliest;
      }
    }
    if (!early.isEmpty()) {
      buckets.pullForward(early, earliest);
    }
  }

  int openCount() {
    return open.size();
  }

  /**
   * Releases the waits of polls that are still open, so that another node polls them at once, and
   * commits the rest.
   */
  void close() {
    closed = true;
    List<Step> steps = new ArrayList<>();
    for (OpenPoll poll : List.copyOf(open)) {
      if (open.remove(poll)) {
        poll.cancel();
        steps.add(new Step.Continue(poll.row(), clock.now(), null));
      }
    }
    takeDone(steps, Integer.MAX_VALUE);
    for (int i = 0; i < steps.size(); i += MAX_BATCH) {
      commit(steps.subList(i, Math.min(steps.size(), i + MAX_BATCH)));
    }
  }
}

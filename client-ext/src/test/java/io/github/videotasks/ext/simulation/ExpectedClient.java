package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reference model of one client: its open waits, loops and polls, and what they must keep. */
final class ExpectedClient {

  private static final Duration MIN_LIMIT = Duration.ofMillis(250);

  /** After 429s the interval between polls is at most 5 s. */
  private static final Duration MAX_INTERVAL = Duration.ofSeconds(5);

  /** A poll without a response blocks a slot until its timeout. */
  private static final Duration MAX_POLL_TIME = Duration.ofSeconds(31);

  private final HistoryContext history;
  private final ExpectedRate rate;
  private final Map<TaskId, ExpectedLoop> loops = new LinkedHashMap<>();
  private final Set<ExpectedWait> openWaits = new LinkedHashSet<>();
  private final List<ExpectedLoop> endingLoops = new ArrayList<>();
  private final List<SimulatedPoll> polls = new ArrayList<>();
  private int mostLoops;
  private boolean responded;
  private boolean closed;

  ExpectedClient(HistoryContext history, ExpectedRate rate) {
    this.history = history;
    this.rate = rate;
  }

  long now() {
    return history.now();
  }

  void log(Object... parts) {
    history.log(parts);
  }

  void violate(Invariant invariant, Object subject, Object expected, Object found) {
    history.violate(invariant, subject, expected, found);
  }

  boolean isClosed() {
    return closed;
  }

  /** Call before the client is closed. */
  void close() {
    closed = true;
  }

  int openWaits() {
    return openWaits.size();
  }

  int pollsInFlight() {
    return polls.size();
  }

  /** Records that a wait is about to start; it joins the open loop of its task. */
  ExpectedWait start(String name, TaskId id, SimulatedPolicy policy, Duration deadline) {
    return start(name, id, policy, ExpectedLoop.Progress.NONE, Duration.ZERO, deadline, true);
  }

  /** Records that a subscription is about to start a wait. */
  ExpectedWait subscribe(String name, TaskId id, SimulatedPolicy policy, Duration deadline) {
    return start(name, id, policy, ExpectedLoop.Progress.NONE, Duration.ZERO, deadline, false);
  }

  /** Records that a wait is about to be resumed with the progress in its snapshot. */
  ExpectedWait resume(
      String name,
      TaskId id,
      SimulatedPolicy policy,
      ExpectedLoop.Progress progress,
      Duration elapsedBefore,
      Duration remaining) {
    responded |= progress.polls() > 0;
    return start(name, id, policy, progress, elapsedBefore, remaining, true);
  }

  private ExpectedWait start(
      String name,
      TaskId id,
      SimulatedPolicy policy,
      ExpectedLoop.Progress progress,
      Duration elapsedBefore,
      Duration remaining,
      boolean reportsEnd) {
    if (closed) {
      return new ExpectedWait(name, this, null, elapsedBefore, remaining, reportsEnd);
    }
    ExpectedLoop open = loops.get(id);
    if (open == null || !open.acceptsWaits()) {
      open = new ExpectedLoop(id, policy, progress, now());
      loops.put(id, open);
      mostLoops = Math.max(mostLoops, loops.size());
    }
    ExpectedWait wait = new ExpectedWait(name, this, open, elapsedBefore, remaining, reportsEnd);
    openWaits.add(wait);
    return wait;
  }

  void onClosed(ExpectedWait wait) {
    openWaits.remove(wait);
    ExpectedLoop loop = wait.loop();
    if (loop != null) {
      loop.onWaitEnd(wait, now());
      if (loop.waits().isEmpty()) {
        loops.remove(loop.id(), loop);
      }
    }
  }

  /** Checks and records the start of a poll; returns null if nobody waits for the task. */
  @Nullable SimulatedPoll onPoll(TaskId id, Duration limit, SimulatedPollFactory factory) {
    ExpectedLoop loop = loops.get(id);
    removeEndedPolls();
    if (closed || loop == null || loop.waits().isEmpty()) {
      String found = closed ? "a poll after close()" : "a poll without an open wait";
      violate(Invariant.NO_POLL_AFTER_END, id, "no poll", found);
      return null;
    }
    checkLimit(loop, limit);
    String violatedRate = rate.onPoll(now(), polls.size());
    if (polls.stream().anyMatch(poll -> poll.loop() == loop)) {
      violatedRate = "one poll in flight at a time";
    } else if (now() < loop.earliestPoll()) {
      violatedRate = "no poll before " + loop.earliestPoll();
    }
    if (violatedRate != null) {
      violate(Invariant.RATE_KEPT, loop, violatedRate, "a poll at " + now());
    }
    SimulatedPoll poll = factory.create(loop);
    polls.add(poll);
    return poll;
  }

  /** Creates a poll of a loop. */
  @FunctionalInterface
  interface SimulatedPollFactory {
    SimulatedPoll create(ExpectedLoop loop);
  }

  private void checkLimit(ExpectedLoop loop, Duration limit) {
    Duration most = MIN_LIMIT;
    for (ExpectedWait wait : loop.waits()) {
      Duration remaining = Duration.ofNanos(wait.deadlineAt() - now());
      most = remaining.compareTo(most) > 0 ? remaining : most;
    }
    if (limit.compareTo(most) > 0 || limit.isNegative() || limit.isZero()) {
      violate(Invariant.DEADLINE_KEPT, loop, "a poll of at most " + most, limit);
    }
  }

  void onTask(SimulatedPoll poll, TaskState state) {
    responded = true;
    poll.loop().onTask(state, now());
    beginEnd(poll.loop());
  }

  void onError(SimulatedPoll poll, SimulatedResponse response) {
    switch (Objects.requireNonNull(response.kind())) {
      case TASK_NOT_FOUND, ERROR_RESPONSE -> responded = true;
      case RATE_LIMITED -> rate.onRateLimited(poll.startedAt(), now(), response.retryAfter());
      default -> {}
    }
    poll.loop().onError(response, now(), responded);
    beginEnd(poll.loop());
  }

  private void beginEnd(ExpectedLoop loop) {
    if (loop.pendingEnd() != null) {
      endingLoops.add(loop);
    }
  }

  /** Ends the waits of subscriptions at their deadlines; other waits report their ends. */
  void expire() {
    for (ExpectedWait wait : List.copyOf(openWaits)) {
      ExpectedLoop loop = wait.loop();
      if (wait.deadlineAt() < now() && loop != null) {
        if (!wait.reportsEnd()) {
          wait.expire();
        } else {
          violate(Invariant.DEADLINE_KEPT, wait, "an end at " + wait.deadlineAt(), "an open wait");
        }
      }
    }
  }

  private void removeEndedPolls() {
    for (Iterator<SimulatedPoll> each = polls.iterator(); each.hasNext(); ) {
      SimulatedPoll poll = each.next();
      if (poll.future().isDone()) {
        poll.loop().onPollEnd(now());
        each.remove();
      }
    }
  }

  /** Checks what must hold after each event. */
  void checkAfterEvent() {
    removeEndedPolls();
    endingLoops.forEach(this::endAll);
    endingLoops.clear();
    for (ExpectedLoop loop : List.copyOf(loops.values())) {
      checkPollIsDue(loop);
    }
    for (SimulatedPoll poll : polls) {
      if (loops.get(poll.loop().id()) != poll.loop()) {
        violate(Invariant.NO_POLL_AFTER_END, poll.loop(), "the poll aborted", "it is in flight");
      }
    }
    if (closed && !openWaits.isEmpty()) {
      violate(Invariant.NO_LOST_END, openWaits, "an error of kind CLOSED", "open waits");
    }
  }

  private void endAll(ExpectedLoop loop) {
    String end = String.valueOf(loop.pendingEnd());
    for (ExpectedWait wait : List.copyOf(loop.waits())) {
      if (!wait.reportsEnd() && wait.deadlineAt() <= now()) {
        wait.expire();
      } else if (!wait.reportsEnd()) {
        wait.close(end);
      } else {
        violate(Invariant.NO_LOST_END, wait, end, "an open wait");
      }
    }
  }

  /** A loop that does not poll any more would not see the end of its task. */
  private void checkPollIsDue(ExpectedLoop loop) {
    if (polls.stream().anyMatch(poll -> poll.loop() == loop)) {
      return;
    }
    Duration queue = MAX_INTERVAL.plus(rate.minInterval()).multipliedBy(mostLoops);
    if (mostLoops > rate.maxInFlight()) {
      queue = queue.plus(MAX_POLL_TIME.multipliedBy(mostLoops));
    }
    long due = Math.max(loop.idleSince(), rate.calmAt());
    long latest = due + loop.maxPause().plus(queue).toNanos();
    if (now() > latest) {
      violate(Invariant.NO_LOST_END, loop, "a poll until " + latest, "none at " + now());
    }
  }
}

package io.github.videotasks.durable;

import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Commits steps in one statement, and in halves if PostgreSQL refuses one of them, until all others
 * are committed. A step that is refused alone is reported, and its wait is moved to a later time:
 * by a tenth of the time since its last committed step, from 1 s to 5 minutes.
 */
final class DividedCommit {

  private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
  private static final Duration MAX_PAUSE = Duration.ofMinutes(5);
  private static final Duration UNREADABLE_PAUSE = Duration.ofSeconds(30);

  private final Database database;
  private final DatabaseClock clock;
  private final RefusedWaits refusedWaits = new RefusedWaits();
  private final Reports reports;
  private final RareReports refusals;

  DividedCommit(Database database, DatabaseClock clock, Reports reports) {
    this.database = database;
    this.clock = clock;
    this.reports = reports;
    refusals = new RareReports(reports, clock);
  }

  RefusedWaits refusedWaits() {
    return refusedWaits;
  }

  /**
   * Commits steps.
   *
   * @return the indexes of the steps that were neither stale nor refused
   * @throws DurableWaitsException if nothing can be committed for a reason that is not in the steps
   */
  BitSet commit(List<Step> steps) {
    try {
      return StepCommit.commit(database, steps);
    } catch (DurableWaitsException e) {
      if (!SqlStates.isCausedByRows(e)) {
        throw e;
      }
      Division division = new Division(steps);
      division.runAfter(e);
      if (division.isWithoutResult()) {
        throw e;
      }
      postpone(division);
      return division.committed;
    }
  }

  /** The commit of some steps in smaller and smaller parts. */
  private final class Division {

    private final List<Step> steps;
    private final BitSet committed = new BitSet();
    private final Map<Integer, DurableWaitsException> problems = new LinkedHashMap<>();

    Division(List<Step> steps) {
      this.steps = steps;
    }

    /** If the database fails meanwhile, what is committed stays so, and the rest stays due. */
    void runAfter(DurableWaitsException refusal) {
      try {
        divide(0, steps.size(), refusal);
      } catch (DurableWaitsException e) {
        reports.problem("commit of steps", e);
      }
    }

    boolean isWithoutResult() {
      return committed.isEmpty() && problems.isEmpty();
    }

    private void divide(int from, int to, DurableWaitsException refusal) {
      if (to - from == 1) {
        problems.put(from, refusal);
        return;
      }
      int middle = (from + to) >>> 1;
      commitPart(from, middle);
      commitPart(middle, to);
    }

    private void commitPart(int from, int to) {
      try {
        StepCommit.commit(database, steps.subList(from, to)).stream()
            .forEach(i -> committed.set(from + i));
      } catch (DurableWaitsException e) {
        if (!SqlStates.isCausedByRows(e)) {
          throw e;
        }
        divide(from, to, e);
      }
    }
  }

  private void postpone(Division refused) {
    List<Step> later = new ArrayList<>();
    for (Map.Entry<Integer, DurableWaitsException> entry : refused.problems.entrySet()) {
      WaitRow row = refused.steps.get(entry.getKey()).row();
      Instant dueAt = clock.now().plus(pause(row));
      later.add(new Step.Continue(row, dueAt, null));
      report(row, dueAt, entry.getValue());
    }
    store(later);
  }

  /** Waits whose rows cannot be changed at all rest in the memory of this node. */
  private void store(List<Step> later) {
    try {
      StepCommit.commit(database, later);
    } catch (DurableWaitsException e) {
      Division division = new Division(later);
      if (SqlStates.isCausedByRows(e)) {
        division.runAfter(e);
      }
      for (int i : division.problems.keySet()) {
        Step.Continue step = (Step.Continue) later.get(i);
        refusedWaits.add(step.row(), step.dueAt());
      }
    }
  }

  private Duration pause(WaitRow row) {
    try {
      WaitSnapshot last = WaitSnapshot.parse(row.snapshot());
      Instant lastStep = last.startedAt().plus(last.elapsed());
      Duration tenth = Duration.between(lastStep, clock.now()).dividedBy(10);
      Duration atMost = tenth.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : tenth;
      return atMost.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : atMost;
    } catch (IllegalArgumentException e) {
      return UNREADABLE_PAUSE;
    }
  }

  private void report(WaitRow row, Instant dueAt, DurableWaitsException problem) {
    refusals.report(
        "step of " + row.gateway() + "/" + row.task(),
        new DurableWaitsException(
            DurableWaitsException.Kind.DATABASE,
            "expected the database to store a step, found SQL state %s; the task is polled again at %s; correct the trigger or constraint that refuses the step, or cancel the wait"
                .formatted(SqlStates.stateOf(problem), dueAt),
            problem.getCause()));
  }
}

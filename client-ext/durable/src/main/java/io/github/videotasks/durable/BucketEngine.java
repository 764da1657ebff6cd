package io.github.videotasks.durable;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets db-scheduler decide which node runs which bucket: it picks, sends heartbeats, and revives
 * the executions of dead nodes.
 */
final class BucketEngine {

  private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);
  private static final Duration RESCHEDULE_PAUSE = Duration.ofMillis(250);
  private static final Duration SHUTDOWN_MAX_WAIT = Duration.ofSeconds(10);
  private static final Duration HOUSEKEEPING_INTERVAL = Duration.ofMinutes(1);

  /** The least that db-scheduler accepts. */
  private static final int MISSED_HEARTBEATS = 4;

  private final BucketRun run;
  private final BucketTable table;
  private final DatabaseClock clock;
  private final Reports reports;
  private final Scheduler scheduler;
  private volatile boolean stopping;

  BucketEngine(
      Database database,
      EngineOptions options,
      BucketRun run,
      Runnable housekeeping,
      DatabaseClock clock,
      Reports reports) {
    this.run = run;
    table = new BucketTable(database);
    this.clock = clock;
    this.reports = reports;
    RecurringTask<Void> eachMinute =
        Tasks.recurring("video-tasks-retention", FixedDelay.of(HOUSEKEEPING_INTERVAL))
            .execute((instance, context) -> housekeeping.run());
    scheduler =
        Scheduler.create(database.dataSource(), bucketTask())
            .startTasks(eachMinute)
            .tableName(BucketTable.TABLE)
            .schedulerName(new SchedulerName.Fixed(options.node()))
            .threads(options.threads())
            .clock(clock)
            .pollingInterval(options.pollingInterval())
            .heartbeatInterval(options.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            // Not more than threads: executions that wait for a thread get no heartbeat.
            .pollUsingLockAndFetch(0.9, 1.0)
            .commitWhenAutocommitDisabled(true)
            .shutdownMaxWait(SHUTDOWN_MAX_WAIT)
            .build();
  }

  /**
   * Options of the engine.
   *
   * @param node a name that no other process has or had
   * @param threads the number of buckets that run at a time
   * @param heartbeat the interval of the heartbeats of running buckets
   * @param pollingInterval how often to look for buckets that are due
   */
  record EngineOptions(String node, int threads, Duration heartbeat, Duration pollingInterval) {}

  private CustomTask<Void> bucketTask() {
    return Tasks.custom(BucketTable.TASK, Void.class)
        .onFailure(this::onFailure)
        .onDeadExecution(this::onDead)
        .execute(
            (instance, context) -> {
              int bucket = Integer.parseInt(instance.getId());
              Instant next = run.run(bucket, () -> stopping);
              return (CompletionHandler<Void>)
                  (complete, operations) -> {
                    reschedule(complete, operations, next);
                    lookAgain(bucket, next);
                  };
            });
  }

  /**
   * A wait that became due while the bucket was running could not pull it forward. It is visible
   * after the bucket has been rescheduled.
   */
  private void lookAgain(int bucket, Instant rescheduledTo) {
    try {
      Instant next = run.nextRun(bucket);
      if (next.isBefore(rescheduledTo)) {
        table.pullForward(List.of(bucket), next);
      }
    } catch (RuntimeException e) {
      reports.problem("bucket " + bucket, e);
    }
  }

  private void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    reports.problem(
        "bucket " + complete.getExecution().getId(),
        complete.getCause().orElseGet(() -> new IllegalStateException("unknown cause")));
    reschedule(complete, operations, clock.now().plus(FAILURE_PAUSE));
  }

  private void onDead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    operations.reschedule(complete, clock.now());
    reports.takeover(
        Integer.parseInt(complete.getExecution().getId()),
        String.valueOf(complete.getExecution().pickedBy));
  }

  /**
   * Tries until the database responds, because an execution that is not rescheduled is regarded as
   * dead only some heartbeats later.
   */
  private void reschedule(
      ExecutionComplete complete, ExecutionOperations<Void> operations, Instant time) {
    while (true) {
      try {
        operations.reschedule(complete, time);
        return;
      } catch (ExecutionException e) {
        // Another node has taken the bucket over.
        return;
      } catch (RuntimeException | Error e) {
        if (stopping) {
          throw e;
        }
        reports.problem("reschedule of bucket " + complete.getExecution().getId(), e);
        sleep();
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(RESCHEDULE_PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database does not respond", e);
    }
  }

  /** Creates the executions of the buckets that do not exist, and starts nothing yet. */
  void seed() {
    table.seed(clock.now());
  }

  /** Call {@link #seed} before it. It cannot start again, not even after it has thrown. */
  void start() {
    scheduler.start();
  }

  /** Looks for due buckets now, instead of at the end of the polling interval. */
  void wakeUp() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Waits until the running batches are committed. */
  void stop() {
    stopping = true;
    scheduler.stop();
  }
}

package io.github.videotasks.contract.durable;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One execution of db-scheduler for each wait, with its snapshot as data. */
final class PlainSchedulerSteps {

  private final LocalPostgres database;
  private final AtomicInteger done = new AtomicInteger();

  PlainSchedulerSteps(LocalPostgres database) {
    this.database = database;
  }

  /** Returns the steps per second. */
  StepRate run(int count) throws InterruptedException {
    database.execute("drop table if exists plain_tasks");
    database.execute("create table plain_tasks (like video_tasks.bucket_execution including all)");
    CustomTask<String> task =
        Tasks.custom("plain", String.class)
            .execute(
                (instance, context) -> {
                  Instant now = Instant.now();
                  String next = ThroughputProof.step(instance.getData(), now);
                  done.incrementAndGet();
                  return (CompletionHandler<String>)
                      (complete, operations) ->
                          operations.reschedule(complete, now.plusSeconds(600), next);
                });
    Scheduler scheduler =
        Scheduler.create(database.dataSource(), task)
            .tableName("plain_tasks")
            .threads(10)
            .pollingInterval(Duration.ofMillis(100))
            .pollUsingLockAndFetch(0.5, 4.0)
            .build();
    Instant now = Instant.now();
    String first =
        ThroughputProof.STEPS.begin(WorkerNode.GATEWAY, "", new TaskId("task_0"), now).toJson();
    scheduler.schedule(task.instance("0", first), now);
    database.execute(
        """
        insert into plain_tasks
          (task_name, task_instance, task_data, execution_time, picked, version)
        select task_name, n::text, task_data, execution_time, false, 1
        from plain_tasks, generate_series(1, %d) n
        """
            .formatted(count - 1));
    database.execute("analyze plain_tasks");
    StepRate.Measurement start = StepRate.start(database);
    scheduler.start();
    while (done.get() < count) {
      Thread.sleep(1);
    }
    StepRate rate = start.stop(count);
    scheduler.stop();
    return rate;
  }
}

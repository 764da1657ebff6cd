package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableSchema;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.time.Duration;

/** Creates many waits for a measurement. */
final class StoredWaits {

  private StoredWaits() {}

  /**
   * Creates waits for the tasks {@code task_0} and up, deletes all others, and installs the {@link
   * EndAudit}.
   *
   * @param pause the pause between two polls
   * @param dueAt the time of the first poll in SQL
   */
  static void create(LocalPostgres database, int count, Duration pause, String dueAt) {
    create(database, count, WorkerNode.policy(pause), dueAt);
  }

  static void create(LocalPostgres database, int count, WaitPolicy policy, String dueAt) {
    DurableSchema.migrate(database.dataSource());
    EndAudit.install(database);
    database.execute("truncate video_tasks.wait");
    DurableGateway gateway = DurableGateway.of(WorkerNode.GATEWAY, new SimulatedTasks(0, 0, 0));
    try (DurableWaits waits =
        DurableWaits.on(database.dataSource(), gateway)
            .schedule("fixed", policy.schedule())
            .build()) {
      waits.watch(WorkerNode.GATEWAY, "task_0", policy);
    }
    database.copyWait(count, dueAt);
    database.execute("update video_tasks.wait set due_at = " + dueAt + " where task = 'task_0'");
  }
}

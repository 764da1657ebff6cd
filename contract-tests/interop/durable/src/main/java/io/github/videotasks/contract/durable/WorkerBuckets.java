package io.github.videotasks.contract.durable;

/** The buckets that a worker is running according to the database. */
final class WorkerBuckets {

  private WorkerBuckets() {}

  private static String count(WorkerProcess worker) {
    return "select count(*) from video_tasks.bucket_execution where picked and picked_by like '%-"
        + worker.pid()
        + "-%'";
  }

  /** Waits until the worker has two buckets; without any, it would be lost without a takeover. */
  static void awaitSome(LocalPostgres database, WorkerProcess worker) throws InterruptedException {
    while (database.number(count(worker)) < 2) {
      Thread.sleep(1);
    }
  }

  /** Waits until no bucket is with the worker, and returns the seconds. */
  static double awaitTakeover(LocalPostgres database, WorkerProcess worker)
      throws InterruptedException {
    long start = System.nanoTime();
    while (database.number(count(worker)) > 0) {
      Thread.sleep(20);
    }
    return ThroughputProof.seconds(start);
  }
}

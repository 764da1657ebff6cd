package io.github.videotasks.durable;

import java.time.Duration;

/** Deletes rows that are older than their retention, some thousand at a time. */
final class Retention {

  static final int CHUNK = 5_000;

  /** More than the nodes can end within a minute, so that rows do not pile up. */
  static final int MAX_CHUNKS = 400;

  private static final String FINISHED =
      """
      delete from video_tasks.finished where ctid = any(array(
        select ctid from video_tasks.finished
        where ended_at < clock_timestamp() - ? * interval '1 millisecond'
        order by ended_at limit ?))
      """;

  private static final String OUTBOX =
      """
      delete from video_tasks.outbox where id in (
        select id from video_tasks.outbox
        where ended_at < clock_timestamp() - ? * interval '1 millisecond'
        order by id limit ? for update skip locked)
      """;

  private static final String NODES =
      """
      delete from video_tasks.node where name in (
        select name from video_tasks.node
        where seen_at < clock_timestamp() - ? * interval '1 millisecond'
        limit ?)
      """;

  private final Database database;
  private final Duration finished;
  private final Duration outbox;
  private final Reports reports;

  /**
   * Sets the retentions.
   *
   * @param finished of the ends of waits
   * @param outbox of events that no handler has processed
   */
  Retention(Database database, Duration finished, Duration outbox, Reports reports) {
    this.database = database;
    this.finished = finished;
    this.outbox = outbox;
    this.reports = reports;
  }

  void run() {
    delete(FINISHED, finished);
    delete(NODES, Duration.ofHours(1));
    int lost = delete(OUTBOX, outbox);
    if (lost > 0) {
      reports.problem(
          "delivery of events",
          lost + " events were deleted that no handler has processed within " + outbox);
    }
  }

  /** One that fails is reported, because the others must run nevertheless. */
  private int delete(String sql, Duration age) {
    try {
      return deleteAll(sql, age);
    } catch (DurableWaitsException e) {
      reports.problem("retention", e);
      return 0;
    }
  }

  private int deleteAll(String sql, Duration age) {
    int all = 0;
    for (int i = 0; i < MAX_CHUNKS; i++) {
      int deleted = database.update(sql, age.toMillis(), CHUNK);
      all += deleted;
      if (deleted < CHUNK) {
        break;
      }
    }
    return all;
  }
}

package io.github.videotasks.contract.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Counts what happens to each task in a table without a unique key, because the keys of {@code
 * outbox} and {@code finished} would hide a second row. Triggers record each attempt to insert one
 * there, also an attempt that the key refuses. Consumers record each event that they process.
 */
final class EndAudit {

  /** What a consumer has committed in the transaction of the delivery. */
  private static final String HANDLED = "handled";

  /** What a consumer has done outside of that transaction, such as a request to another service. */
  private static final String DELIVERED = "delivered";

  private static final String INSERT = "insert into end_audit (what, task) values (?, ?)";

  private EndAudit() {}

  /** Creates the empty table and the triggers. */
  static void install(LocalPostgres database) {
    database.execute("drop table if exists end_audit");
    database.execute("create table end_audit (what text not null, task text not null)");
    database.execute(
        """
        create or replace function record_end() returns trigger language plpgsql as $$
        begin
          insert into public.end_audit (what, task) values (tg_table_name, new.task);
          return new;
        end $$
        """);
    for (String table : new String[] {"outbox", "finished"}) {
      database.execute("drop trigger if exists record_end on video_tasks." + table);
      // Before the insert: a row that the unique key refuses fires no trigger after it.
      database.execute(
          "create trigger record_end before insert on video_tasks."
              + table
              + " for each row execute function record_end()");
    }
  }

  /** Processes an event as an application does: one row with the event, one beside it. */
  static void onEvent(String task, Connection transaction, DataSource other) throws SQLException {
    insert(transaction, HANDLED, task);
    try (Connection connection = other.getConnection()) {
      insert(connection, DELIVERED, task);
    }
  }

  private static void insert(Connection connection, String what, String task) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, what);
      statement.setString(2, task);
      statement.executeUpdate();
    }
  }

  /** Returns the row of how many tasks have no end, and how many have more than one. */
  static ProofRow endsOf(String what, LocalPostgres database, int tasks) {
    return new ProofRow(
        what,
        "0, 0",
        Math.max(lost(database, "outbox", tasks), lost(database, "finished", tasks))
            + ", "
            + Math.max(doubled(database, "outbox"), doubled(database, "finished")));
  }

  /** Waits until all events are processed, and returns the row of what the consumers have done. */
  static ProofRow deliveriesOf(LocalPostgres database, int tasks) throws InterruptedException {
    while (database.number("select count(*) from video_tasks.outbox") > 0) {
      Thread.sleep(200);
    }
    return new ProofRow(
        "the same: events lost, doubled for consumers that write in the transaction of the"
            + " delivery",
        "0, 0",
        "%d, %d (others: %d lost, %d delivered again)"
            .formatted(
                lost(database, HANDLED, tasks),
                doubled(database, HANDLED),
                lost(database, DELIVERED, tasks),
                doubled(database, DELIVERED)));
  }

  private static long lost(LocalPostgres database, String what, int tasks) {
    return tasks
        - database.number(
            "select count(distinct task) from end_audit where what = '%s'".formatted(what));
  }

  private static long doubled(LocalPostgres database, String what) {
    return database.number(
        "select count(*) from (select task from end_audit where what = '%s' group by task having count(*) > 1) twice"
            .formatted(what));
  }
}

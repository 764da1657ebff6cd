package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a node does each second: shows that it is alive and which gateways it has, reads the clock
 * of the database and the pace of the gateways, and ends the leases of nodes that have not been
 * seen for 5 s. Every 30 s it also reads how long tasks took.
 */
final class NodeBeat {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int BEATS_PER_REFRESH = 30;

  private static final String BEAT =
      """
      with beat as (
        insert into video_tasks.node (name, seen_at, gateways) values (?, clock_timestamp(), ?)
        on conflict (name) do update set seen_at = excluded.seen_at, gateways = excluded.gateways
      )
      select clock_timestamp(), 1 + count(*)::integer from video_tasks.node
      where name <> ? and seen_at > clock_timestamp() - interval '5 seconds'
      """;

  private static final String LEAVE = "delete from video_tasks.node where name = ?";

  /** Its late step is refused afterwards, should the node only have been stopped. */
  private static final String RELEASE =
      """
      update video_tasks.wait w
      set due_at = least(due_at, clock_timestamp()), epoch = epoch + 1, holder = null
      where holder is not null and not exists (
        select 1 from video_tasks.node n
        where n.name = w.holder and n.seen_at > clock_timestamp() - interval '5 seconds')
      """;

  private final Database database;
  private final String node;
  private final DatabaseClock clock;
  private final PaceTable paceTable;
  private volatile Map<String, GatewayPace> paces = Map.of();
  private final Experience experience;
  private final Reports reports;
  private final ScheduledExecutorService thread = NodeThreads.timer("video-tasks-node");
  private int beats;

  NodeBeat(
      Database database, String node, DatabaseClock clock, Experience experience, Reports reports) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    paceTable = new PaceTable(database);
    this.experience = experience;
    this.reports = reports;
  }

  void setPaces(Map<String, GatewayPace> value) {
    paces = Map.copyOf(value);
  }

  /** Calls {@link #beat} each second. */
  @SuppressWarnings("FutureReturnValueIgnored") // ends with the thread
  void start() {
    thread.scheduleWithFixedDelay(
        () -> runOrReport("heartbeat of the node", this::beat),
        INTERVAL.toMillis(),
        INTERVAL.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Reads the clock of the database, for a node that is not started. */
  void readClock() {
    database.single(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("select clock_timestamp(), 1")) {
            return readClock(statement);
          }
        });
  }

  /** Returns the second column. */
  private int readClock(PreparedStatement statement) throws SQLException {
    long before = clock.nanos();
    try (ResultSet row = statement.executeQuery()) {
      long after = clock.nanos();
      row.next();
      clock.onReading(WaitRow.instant(row, 1), before, after);
      return row.getInt(2);
    }
  }

  void beat() {
    int nodes = database.single(this::beat);
    Map<String, PaceTable.Pace> seen = paceTable.read();
    paces.forEach((name, pace) -> pace.onHeartbeat(nodes, seen.get(name)));
    // One wait that cannot be released must not stop the rest; its lease ends by itself.
    runOrReport("release of the waits of lost nodes", () -> database.update(RELEASE));
    if (beats++ % BEATS_PER_REFRESH == 0) {
      experience.refresh();
    }
  }

  private int beat(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEAT)) {
      statement.setString(1, node);
      statement.setArray(2, connection.createArrayOf("text", paces.keySet().toArray()));
      statement.setString(3, node);
      return readClock(statement);
    }
  }

  /** Returns an executor for short statements, which reports those that fail. */
  Executor writes() {
    return statement -> {
      try {
        thread.execute(() -> runOrReport("pace of a gateway", statement));
      } catch (RejectedExecutionException e) {
        // The node is closed.
      }
    };
  }

  /** Not even an error ends the heartbeat: the other nodes would regard this one as dead. */
  private void runOrReport(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      reports.problem(what, e);
    }
  }

  /** Leaves the share of this node in the limits to the others at once. */
  void stop() {
    NodeThreads.close(thread, Duration.ofSeconds(2));
    try {
      database.update(LEAVE, node);
    } catch (DurableWaitsException e) {
      reports.problem("end of the node", e);
    }
  }
}

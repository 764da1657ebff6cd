package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The request rate of the gateways, shared by all nodes as reserved slots in time. */
final class PaceTable {

  /** How far ahead slots are reserved. Those of a node that stops expire unused. */
  static final Duration HORIZON = Duration.ofMillis(200);

  /** Without a limit, an interval below this one is none. */
  private static final long MIN_SLOWED_MICROS = 25_000;

  private static final String SEED =
      """
      insert into video_tasks.pace
        (gateway, next_at, paused_until, interval_us, slowed_at, slowdowns)
      values (?, clock_timestamp(), '-infinity', ?, '-infinity', 0)
      on conflict do nothing
      """;

  /**
   * Each success shrinks the interval by a tenth, down to that of the limit. Slots follow each
   * other without overlap, whichever nodes they belong to.
   */
  private static final String RESERVE =
      """
      with present as (
        select clock_timestamp() as now_at,
          greatest(next_at, paused_until, clock_timestamp()) as start_at,
          greatest(?, case when interval_us * power(0.9, ?) < ? then 0
            else interval_us * power(0.9, ?) end)::bigint as step_us
        from video_tasks.pace where gateway = ? for update
      ), reserved as (
        select *, case
          when start_at > now_at + ? * interval '1 microsecond' then 0
          when step_us = 0 then ?
          else least(?, 1 + floor(extract(epoch from
            now_at + ? * interval '1 microsecond' - start_at) * 1e6 / step_us))::integer
          end as slots
        from present
      )
      update video_tasks.pace p set interval_us = r.step_us,
        next_at = r.start_at + r.slots * r.step_us * interval '1 microsecond'
      from reserved r where p.gateway = ?
      returning r.start_at, r.step_us, r.slots, p.next_at
      """;

  /** Of polls that were in flight together only the first 429 doubles the interval. */
  private static final String SLOW_DOWN =
      """
      update video_tasks.pace set
        paused_until = greatest(paused_until, clock_timestamp() + ? * interval '1 microsecond'),
        interval_us = case when slowed_at < ? then least(5000000, greatest(50000, interval_us * 2))
          else interval_us end,
        slowdowns = slowdowns + case when slowed_at < ? then 1 else 0 end,
        slowed_at = case when slowed_at < ? then clock_timestamp() else slowed_at end
      where gateway = ?
      """;

  private static final String READ =
      "select gateway, interval_us, greatest(paused_until, '2000-01-01') from video_tasks.pace";

  private final Database database;

  PaceTable(Database database) {
    this.database = database;
  }

  /**
   * Slots in time, one for each request.
   *
   * @param first the time of the first slot
   * @param stepMicros the time from each slot to the next one; 0 for all at once
   * @param count the number of slots, 0 or more
   * @param next the first slot that is free afterwards
   */
  record Slots(Instant first, long stepMicros, int count, Instant next) {
    Instant at(int index) {
      return first.plusNanos(index * stepMicros * 1_000);
    }
  }

  /**
   * The pace of a gateway as last seen.
   *
   * @param intervalMicros the time between two requests; 0 for no limit
   * @param pausedUntil the end of the pause after a 429
   */
  record Pace(long intervalMicros, Instant pausedUntil) {}

  void seed(DurableGateway gateway) {
    database.update(SEED, gateway.name(), gateway.intervalMicros());
  }

  /**
   * Reserves slots within the horizon.
   *
   * @param wanted the most slots to reserve
   * @param successes the responses since the last reservation
   */
  Slots reserve(DurableGateway gateway, int wanted, int successes) {
    return database.single(connection -> reserve(connection, gateway, wanted, successes));
  }

  private static Slots reserve(
      Connection connection, DurableGateway gateway, int wanted, int successes)
      throws SQLException {
    long horizon = HORIZON.toNanos() / 1_000;
    int shrinks = Math.min(successes, 50);
    try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
      statement.setDouble(1, (double) gateway.intervalMicros());
      statement.setInt(2, shrinks);
      statement.setLong(3, MIN_SLOWED_MICROS);
      statement.setInt(4, shrinks);
      statement.setString(5, gateway.name());
      statement.setLong(6, horizon);
      statement.setInt(7, wanted);
      statement.setInt(8, wanted);
      statement.setLong(9, horizon);
      statement.setString(10, gateway.name());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException(
              "expected a row for gateway " + gateway.name() + " in video_tasks.pace, found none");
        }
        return new Slots(
            WaitRow.instant(row, 1), row.getLong(2), row.getInt(3), WaitRow.instant(row, 4));
      }
    }
  }

  /**
   * Records a 429 for all nodes.
   *
   * @param pause the time without any request
   * @param polledAt when the request was sent
   */
  void slowDown(String gateway, Duration pause, Instant polledAt) {
    OffsetDateTime polled = polledAt.atOffset(ZoneOffset.UTC);
    database.update(SLOW_DOWN, pause.toNanos() / 1_000, polled, polled, polled, gateway);
  }

  Map<String, Pace> read() {
    return database.single(
        connection -> {
          Map<String, Pace> all = new HashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(READ);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              all.put(rows.getString(1), new Pace(rows.getLong(2), WaitRow.instant(rows, 3)));
            }
          }
          return all;
        });
  }
}

package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Commits the steps of many waits in one statement. Each step is fenced by the epoch of its wait:
 * if another node, a cancel or a completion came first, nothing of the step is written. A wait that
 * ends is deleted, recorded as finished and put into the outbox together.
 */
final class StepCommit {

  private static final String SQL =
      """
      with step as (
        select *, timestamptz 'epoch' + due_us * interval '1 microsecond' as due_at
        from unnest(?::text[], ?::text[], ?::bigint[], ?::integer[], ?::bigint[],
            ?::text[], ?::text[], ?::integer[])
            as t(gateway, task, epoch, nudges, due_us, snapshot, holder, i)
      ), ended as (
        select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[],
            ?::text[], ?::text[], ?::real[], ?::integer[])
            as t(gateway, task, epoch, outcome, polls, status, problem, seconds, i)
      ), moved as (
        update video_tasks.wait w set
          epoch = w.epoch + 1,
          due_at = case when w.nudges = s.nudges or s.holder is not null then s.due_at
            else least(s.due_at, clock_timestamp()) end,
          snapshot = coalesce(s.snapshot, w.snapshot),
          holder = s.holder
        from step s
        where w.gateway = s.gateway and w.task = s.task and w.epoch = s.epoch
        returning s.i
      ), gone as (
        delete from video_tasks.wait w using ended e
        where w.gateway = e.gateway and w.task = e.task and w.epoch = e.epoch
        returning e.*, w.started_at, clock_timestamp() as ended_at
      ),
      """
          + EventRows.WRITE_GONE
          + "select i from moved union all select i from gone";

  private StepCommit() {}

  /** Returns the indexes of the steps that were not stale. */
  static BitSet commit(Database database, List<Step> steps) {
    if (steps.isEmpty()) {
      return new BitSet();
    }
    return database.single(
        connection -> {
          BitSet committed = new BitSet();
          try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(connection, statement, steps);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                committed.set(rows.getInt(1));
              }
            }
          }
          return committed;
        });
  }

  private static void bind(Connection connection, PreparedStatement statement, List<Step> steps)
      throws SQLException {
    List<Indexed<Step.Continue>> moved = new ArrayList<>();
    List<Indexed<Step.End>> ended = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Continue next) {
        moved.add(new Indexed<>(i, next));
      } else if (steps.get(i) instanceof Step.End end) {
        ended.add(new Indexed<>(i, end));
      }
    }
    Arrays<Step.Continue> first = new Arrays<>(connection, statement, moved, 1);
    first.bindKey();
    first.bind("int4", Integer[]::new, it -> it.row().nudges());
    first.bind("int8", Long[]::new, it -> micros(it.dueAt()));
    first.bind("text", String[]::new, Step.Continue::snapshot);
    first.bind("text", String[]::new, Step.Continue::holder);
    first.bindIndex();
    Arrays<Step.End> second = new Arrays<>(connection, statement, ended, 9);
    second.bindKey();
    second.bind("text", String[]::new, it -> it.outcome().name());
    second.bind("int4", Integer[]::new, Step.End::polls);
    second.bind("text", String[]::new, Step.End::status);
    second.bind("text", String[]::new, Step.End::problem);
    second.bind(
        "float4", Float[]::new, it -> it.seconds() == null ? null : it.seconds().floatValue());
    second.bindIndex();
  }

  /** The unit of PostgreSQL, rounded up: the poll at a deadline must not be before it. */
  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.plusNanos(999));
  }

  private record Indexed<S extends Step>(int index, S step) {}

  /**
   * Binds one array for each column. The driver sends an array of one Java type in binary form, and
   * an {@code Object[]} as a text with escapes, which costs a tenth of the CPU time of a step.
   */
  private static final class Arrays<S extends Step> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Indexed<S>> steps;
    private int parameter;

    Arrays(
        Connection connection,
        PreparedStatement statement,
        List<Indexed<S>> steps,
        int firstParameter) {
      this.connection = connection;
      this.statement = statement;
      this.steps = steps;
      parameter = firstParameter;
    }

    void bindKey() throws SQLException {
      bind("text", String[]::new, it -> it.row().gateway());
      bind("text", String[]::new, it -> it.row().task());
      bind("int8", Long[]::new, it -> it.row().epoch());
    }

    <T> void bind(String type, IntFunction<@Nullable T[]> array, Function<S, @Nullable T> value)
        throws SQLException {
      set(type, array, it -> value.apply(it.step()));
    }

    void bindIndex() throws SQLException {
      set("int4", Integer[]::new, Indexed::index);
    }

    private <T> void set(
        String type, IntFunction<@Nullable T[]> array, Function<Indexed<S>, @Nullable T> value)
        throws SQLException {
      @Nullable T[] values = steps.stream().map(value).toArray(array);
      statement.setArray(parameter++, connection.createArrayOf(type, values));
    }
  }
}

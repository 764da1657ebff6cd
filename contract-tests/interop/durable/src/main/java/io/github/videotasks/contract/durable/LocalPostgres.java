package io.github.videotasks.contract.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** A PostgreSQL on a free port of loopback, deleted at the end. */
final class LocalPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final HikariDataSource pool;

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
    pool = pool(url(server), 20);
  }

  static LocalPostgres start() throws IOException {
    return new LocalPostgres(
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "2GB")
            .start());
  }

  private static String url(EmbeddedPostgres server) {
    return server.getJdbcUrl("postgres", "postgres");
  }

  static HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(new ReconnectingSource(url));
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(2_000);
    return new HikariDataSource(config);
  }

  String url() {
    return url(server);
  }

  HikariDataSource dataSource() {
    return pool;
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("expected to run: " + sql, e);
    }
  }

  long number(String query) {
    return Math.round(Double.parseDouble(text(query)));
  }

  /** Returns the first column of the first row, or an empty text. */
  String text(String query) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      String value = rows.next() ? rows.getString(1) : null;
      return value == null ? "" : value;
    } catch (SQLException e) {
      throw new IllegalStateException("expected to run: " + query, e);
    }
  }

  /** Creates copies of one stored wait, due at a time that is given in SQL. */
  void copyWait(int count, String dueAt) {
    execute(
        """
        insert into video_tasks.wait
        select w.gateway, 'task_' || n, n %% 64, %s, 0, 0, null, w.started_at, w.policy,
          replace(w.snapshot, w.task, 'task_' || n)
        from video_tasks.wait w, generate_series(1, %d) n
        """
            .formatted(dueAt, count - 1));
    execute("analyze video_tasks.wait");
  }

  /** Returns the process that has started all others of the server. */
  ProcessHandle serverProcess() {
    return ProcessHandle.of(number("select pg_backend_pid()"))
        .flatMap(ProcessHandle::parent)
        .orElseThrow();
  }

  /** Returns the CPU time of the server process and of those that it has started and still run. */
  Duration cpu() {
    ProcessHandle server = serverProcess();
    return Stream.concat(Stream.of(server), server.children())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Writes changed pages first, because the server is waited for during 10 s only. */
  @Override
  public void close() throws IOException {
    try {
      execute("checkpoint");
    } finally {
      pool.close();
      server.close();
    }
  }
}

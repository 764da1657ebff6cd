package io.github.videotasks.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import javax.sql.DataSource;

/**
 * A database of its own for a test, on one real PostgreSQL for each test JVM. It has the tables of
 * {@link DurableSchema#VERSION}, unless it is empty.
 */
final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name, HikariDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  /** Starts once; the extraction of the binaries takes most of the time. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static TestDatabase create() {
    TestDatabase database = empty();
    DurableSchema.migrate(database.dataSource());
    return database;
  }

  static TestDatabase empty() {
    String name = "test" + NUMBERS.incrementAndGet();
    execute(Server.INSTANCE.getPostgresDatabase(), "create database " + name);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    return new TestDatabase(name, new HikariDataSource(config));
  }

  HikariDataSource dataSource() {
    return pool;
  }

  Database database() {
    return new Database(pool);
  }

  String jdbcUrl() {
    return pool.getJdbcUrl();
  }

  void execute(String sql) {
    execute(pool, sql);
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  long number(String query) {
    return Long.parseLong(text(query));
  }

  /** Waits until a query returns a number; the test has a timeout. */
  void await(String query, LongPredicate expected) {
    while (!expected.test(number(query))) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("expected another number until the timeout: " + query);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Returns the first column of the first row. */
  String text(String query) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    pool.close();
    execute(Server.INSTANCE.getPostgresDatabase(), "drop database " + name + " with (force)");
  }
}

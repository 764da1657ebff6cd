package io.github.videotasks.durable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The tables of durable waits, in the schema {@code video_tasks}. The scripts have the names that
 * Flyway expects and are at {@code classpath:io/github/videotasks/durable/db}; they can run again
 * and again, and each one also records its version.
 */
public final class DurableSchema {

  /** The version of the tables that this release needs, {@value}; a newer one is accepted. */
  static final int VERSION = 3;

  /** In the order of their versions. */
  private static final List<String> SCRIPTS =
      List.of("V1__waits.sql", "V2__durations_and_views.sql", "V3__gateways_of_nodes.sql");

  /** Any number, the same in all nodes. */
  private static final long LOCK = 0x766964656f746173L;

  /**
   * A change of a table waits for each transaction that uses it, and all others wait behind it. So
   * it waits for a moment only, and tries again later.
   */
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

  private static final Duration ATTEMPT_PAUSE = Duration.ofSeconds(1);

  /** For two to three minutes. */
  private static final int MAX_ATTEMPTS = 120;

  private DurableSchema() {}

  /**
   * Creates the tables, or brings them to the version that this release needs. Nodes that run the
   * version before continue meanwhile and afterwards. Only one node at a time migrates. A
   * transaction that uses the tables for long, such as a backup, delays the migration for at most
   * three minutes, and no node.
   *
   * @param dataSource a user that may create a schema
   * @throws DurableWaitsException if a statement fails; nothing is changed then
   */
  public static void migrate(DataSource dataSource) {
    migrate(dataSource, VERSION);
  }

  static void migrate(DataSource dataSource, int version) {
    Database database = new Database(dataSource);
    for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        migrateOnce(database, version);
        return;
      } catch (DurableWaitsException e) {
        if (!isLockNotAvailable(e)) {
          throw e;
        }
        LockSupport.parkNanos(ATTEMPT_PAUSE.toNanos());
      }
    }
    migrateOnce(database, version);
  }

  private static void migrateOnce(Database database, int version) {
    database.transaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            int installed = installedVersion(connection);
            statement.execute("set local lock_timeout = " + LOCK_TIMEOUT.toMillis());
            for (int i = installed; i < version; i++) {
              statement.execute(script(SCRIPTS.get(i)));
            }
          }
          return version;
        });
  }

  /** A lock timeout, or a deadlock with a transaction that uses several tables. */
  private static boolean isLockNotAvailable(DurableWaitsException e) {
    return e.getCause() instanceof SQLException cause
        && ("55P03".equals(cause.getSQLState()) || "40P01".equals(cause.getSQLState()));
  }

  /**
   * Checks the version of the tables.
   *
   * @throws DurableWaitsException of kind {@code SCHEMA} if it is older than {@link #VERSION}
   */
  static void check(Database database) {
    int installed = database.single(DurableSchema::installedVersion);
    if (installed < VERSION) {
      throw new DurableWaitsException(
          DurableWaitsException.Kind.SCHEMA,
          "expected version %d of the schema video_tasks, found %s; call DurableSchema.migrate or run the scripts with Flyway"
              .formatted(VERSION, installed == 0 ? "no tables" : "version " + installed),
          null);
    }
  }

  private static int installedVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery("select to_regclass('video_tasks.schema_version')")) {
        if (!table.next() || table.getString(1) == null) {
          return 0;
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "select coalesce(max(version), 0) from video_tasks.schema_version")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static String script(String name) {
    try (InputStream resource = DurableSchema.class.getResourceAsStream("db/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("expected the resource db/" + name + ", found none");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("expected to read the resource db/" + name, e);
    }
  }
}

package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;

/** Runs statements on connections of the pool, whatever its auto-commit mode is. */
record Database(DataSource dataSource) {

  /** Work on a connection. */
  @FunctionalInterface
  interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs one statement that commits by itself. */
  <T> T single(SqlWork<T> work) {
    return run(true, work);
  }

  /** Runs one statement with parameters, and returns how many rows it changed. */
  int update(String sql, Object... parameters) {
    return single(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
          }
        });
  }

  /** Runs statements in one transaction, which is rolled back if the work throws. */
  <T> T transaction(SqlWork<T> work) {
    return run(false, connection -> committed(connection, work));
  }

  private static <T> T committed(Connection connection, SqlWork<T> work) throws SQLException {
    try {
      T result = work.run(connection);
      connection.commit();
      return result;
    } catch (Throwable e) {
      // Also a checked exception that a handler in another language throws without declaring it:
      // the auto-commit mode is restored afterwards, which commits what is not rolled back.
      rollback(connection, e);
      throw e;
    }
  }

  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** Undoes the statements since the savepoint, also after one that failed. */
  static void rollback(Connection connection, Savepoint savepoint) throws SQLException {
    connection.rollback(savepoint);
    connection.releaseSavepoint(savepoint);
  }

  private <T> T run(boolean autoCommit, SqlWork<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean before = connection.getAutoCommit();
      if (before == autoCommit) {
        return work.run(connection);
      }
      connection.setAutoCommit(autoCommit);
      try {
        return work.run(connection);
      } finally {
        restore(connection, before);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A connection that is broken is of no use to the next borrower in either mode. */
  private static void restore(Connection connection, boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "auto-commit mode not restored", e);
    }
  }

  /** The message of the driver may quote values of a row, so it is only the cause. */
  private static DurableWaitsException failure(SQLException e) {
    return new DurableWaitsException(
        DurableWaitsException.Kind.DATABASE,
        "expected the database to run a statement, found SQL state "
            + e.getSQLState()
            + "; see the cause, and check the connection pool",
        e);
  }
}

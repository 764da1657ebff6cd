package io.github.videotasks.contract.durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects as soon as the server accepts connections, for a pool: while a server is off, HikariCP
 * doubles the time between its attempts to up to 5 s, and has no option for that.
 */
final class ReconnectingSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private static final long PAUSE_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  ReconnectingSource(String url) {
    setUrl(url);
  }

  @Override
  public Connection getConnection() throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        return super.getConnection();
      } catch (SQLException e) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static void pause(SQLException reason) throws SQLException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}

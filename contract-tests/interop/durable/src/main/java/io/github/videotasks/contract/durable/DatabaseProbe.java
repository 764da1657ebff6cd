package io.github.videotasks.contract.durable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Statements with a new connection each, so that none is left from before a failure of the server.
 *
 * @param url the JDBC URL
 */
record DatabaseProbe(String url) {

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the first column of all rows. */
  List<String> texts(String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  /** Returns the number in the first row, or nothing while the server does not respond. */
  OptionalLong number(String query) {
    try {
      return OptionalLong.of(Long.parseLong(texts(query).get(0)));
    } catch (SQLException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns whether the server responds with this number. */
  boolean is(long expected, String query) {
    OptionalLong found = number(query);
    return found.isPresent() && found.getAsLong() == expected;
  }
}

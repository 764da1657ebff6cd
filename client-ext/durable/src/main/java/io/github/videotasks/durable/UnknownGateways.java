package io.github.videotasks.durable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports the stored waits that no node polls, because no running node has their gateway. */
final class UnknownGateways {

  private static final String COUNT =
      "select gateway, waits from video_tasks.unknown_gateways order by gateway";

  private final Database database;
  private final Reports reports;

  UnknownGateways(Database database, Reports reports) {
    this.database = database;
    this.reports = reports;
  }

  void report() {
    try {
      count().forEach(this::report);
    } catch (DurableWaitsException e) {
      reports.problem("search for unknown gateways", e);
    }
  }

  private void report(String gateway, long waits) {
    reports.problem(
        "waits of gateway " + gateway,
        "expected a running node with this gateway, found none, so "
            + waits
            + " waits are not polled; pass it to DurableWaits.on again, or cancel these waits");
  }

  private Map<String, Long> count() {
    return database.single(
        connection -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(COUNT);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(rows.getString(1), rows.getLong(2));
            }
          }
          return counts;
        });
  }
}

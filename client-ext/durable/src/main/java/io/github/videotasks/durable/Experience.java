package io.github.videotasks.durable;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.DurationProfile;
import io.github.videotasks.ext.schedule.DurationStatistics;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long tasks take, learned from the tasks that succeeded on all nodes. Each node reads the new
 * rows of the table {@code finished} from time to time, its own as well.
 */
final class Experience {

  private static final String READ =
      """
      select gateway, task, seconds, ended_at from (
        select gateway, task, seconds, ended_at from video_tasks.finished
        where ended_at > ? and seconds is not null
        order by ended_at desc limit 1000
      ) latest order by ended_at
      """;

  private final Database database;
  private final Map<String, DurationStatistics> gateways = new ConcurrentHashMap<>();
  private Instant readUntil = Instant.parse("2000-01-01T00:00:00Z");

  Experience(Database database) {
    this.database = database;
  }

  DurationProfile profileOf(String gateway, TaskId id) {
    DurationStatistics known = gateways.get(gateway);
    return known == null ? DurationProfile.UNKNOWN_MODEL : known.profileOf(id);
  }

  /** Reads the newest 1,000 ends since the last call. */
  synchronized void refresh() {
    readUntil =
        database.single(
            connection -> {
              Instant last = readUntil;
              try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setObject(1, readUntil.atOffset(ZoneOffset.UTC));
                try (ResultSet rows = statement.executeQuery()) {
                  while (rows.next()) {
                    gateways
                        .computeIfAbsent(rows.getString(1), any -> new DurationStatistics())
                        .recordDuration(new TaskId(rows.getString(2)), rows.getDouble(3));
                    last = WaitRow.instant(rows, 4);
                  }
                }
              }
              return last;
            });
  }
}

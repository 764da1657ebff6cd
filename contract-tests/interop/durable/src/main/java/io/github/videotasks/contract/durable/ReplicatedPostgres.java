package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * A PostgreSQL with a standby. After a failover, a new standby replaces the primary that was
 * killed, on its port.
 */
final class ReplicatedPostgres implements AutoCloseable {

  private static final Duration BOUND = Duration.ofMinutes(1);

  private final Path folder = Files.createTempDirectory("video-tasks-replicated");
  private final List<Integer> ports = List.of(PostgresServer.freePort(), PostgresServer.freePort());
  private final boolean synchronous;

  /** The primary, then its standby. */
  private final List<PostgresServer> servers = new ArrayList<>();

  private int copies;

  private ReplicatedPostgres(boolean synchronous) throws IOException {
    this.synchronous = synchronous;
  }

  static ReplicatedPostgres start(PostgresPrograms programs, boolean synchronous)
      throws IOException, InterruptedException, SQLException {
    ReplicatedPostgres started = new ReplicatedPostgres(synchronous);
    try {
      started.addPrimary(programs);
      started.addStandby();
      return started;
    } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Returns a URL with both, of which the driver uses the one that is not a standby. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?user=postgres&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=30"
        .formatted(ports.get(0), ports.get(1));
  }

  private void addPrimary(PostgresPrograms programs) throws IOException, InterruptedException {
    List<String> settings =
        List.of("synchronous_commit = " + (synchronous ? "on" : "off"), "wal_keep_size = '256MB'");
    PostgresServer primary =
        PostgresServer.create(programs, folder.resolve("0"), ports.get(0), settings);
    servers.add(primary);
    primary.start();
  }

  /** Returns when the standby follows. A server waits for a standby only while it has one. */
  private void addStandby() throws IOException, InterruptedException, SQLException {
    copies++;
    PostgresServer primary = servers.get(0);
    int port = primary.port() == ports.get(0) ? ports.get(1) : ports.get(0);
    PostgresServer standby =
        primary.createStandby(
            folder.resolve(String.valueOf(copies)),
            port,
            List.of("synchronous_standby_names = ''"));
    servers.add(standby);
    standby.start();
    DatabaseProbe probe = new DatabaseProbe(primary.url());
    if (synchronous) {
      probe.execute("alter system set synchronous_standby_names = '*'");
      probe.execute("select pg_reload_conf()");
    }
    String follows =
        "select count(*) from pg_stat_replication where state = 'streaming' and sync_state = '%s'"
            .formatted(synchronous ? "sync" : "async");
    Await.until("the standby to follow", BOUND, () -> probe.is(1, follows));
  }

  /** Returns the time of the kill, in ms. */
  long killPrimary() {
    return servers.get(0).kill();
  }

  /** Returns when the standby accepts writes. */
  void promoteStandby() throws IOException, InterruptedException {
    PostgresServer standby = servers.get(1);
    standby.promote();
    DatabaseProbe probe = new DatabaseProbe(standby.url());
    Await.until(
        "the standby to accept writes",
        BOUND,
        () -> probe.is(0, "select pg_is_in_recovery()::integer"));
  }

  /** Replaces the primary that was killed. */
  void replacePrimary() throws IOException, InterruptedException, SQLException {
    FileUtils.deleteDirectory(servers.remove(0).data().toFile());
    addStandby();
  }

  @Override
  public void close() throws IOException {
    servers.forEach(PostgresServer::kill);
    FileUtils.deleteDirectory(folder.toFile());
  }
}

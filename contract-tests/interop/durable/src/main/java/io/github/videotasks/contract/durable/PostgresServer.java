package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that a measurement starts, stops, kills and promotes.
 *
 * @param programs the programs of its installation
 * @param data its data folder
 * @param port its port on loopback
 */
record PostgresServer(PostgresPrograms programs, Path data, int port) {

  private static final long KILL_SECONDS = 10;

  /** Returns the server of an embedded PostgreSQL. */
  static PostgresServer of(LocalPostgres database) {
    Path postgres =
        database
            .serverProcess()
            .info()
            .command()
            .map(Path::of)
            .orElseThrow(() -> new IllegalStateException("expected the path of the server"));
    return new PostgresServer(
        new PostgresPrograms(postgres.resolveSibling(".").normalize()),
        Path.of(database.text("show data_directory")),
        Math.toIntExact(database.number("show port")));
  }

  /**
   * Creates a server that is not started.
   *
   * @param settings lines of its configuration
   */
  static PostgresServer create(
      PostgresPrograms programs, Path data, int port, List<String> settings)
      throws IOException, InterruptedException {
    programs.run("initdb", "-D", data.toString(), "-A", "trust", "-U", "postgres", "-E", "UTF8");
    PostgresServer server = new PostgresServer(programs, data, port);
    List<String> lines = new ArrayList<>(settings);
    lines.add("listen_addresses = '127.0.0.1'");
    lines.add("unix_socket_directories = ''");
    lines.add("max_connections = 200");
    server.configure(lines);
    return server;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Copies this server, while it runs, to one that will follow it. */
  PostgresServer createStandby(Path folder, int standbyPort, List<String> settings)
      throws IOException, InterruptedException {
    String from = "host=127.0.0.1 user=postgres port=" + port;
    programs.run("pg_basebackup", "-D", folder.toString(), "-d", from, "-R", "-c", "fast");
    PostgresServer standby = new PostgresServer(programs, folder, standbyPort);
    standby.configure(settings);
    return standby;
  }

  /** This file wins over the other one, and its last line over the others. */
  private void configure(List<String> settings) throws IOException {
    List<String> lines = new ArrayList<>(settings);
    lines.add("port = " + port);
    Files.write(data.resolve("postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** Starts the server with the options it had, and returns when it accepts connections. */
  void start() throws IOException, InterruptedException {
    Path log = data.resolve("server.log");
    // Only a restart knows the options of the start before.
    String command = Files.exists(data.resolve("postmaster.opts")) ? "restart" : "start";
    programs.run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-w", command);
  }

  /**
   * Stops the server.
   *
   * @param mode {@code fast}, or {@code immediate} for a crash
   */
  void stop(String mode) throws IOException, InterruptedException {
    programs.run("pg_ctl", "-D", data.toString(), "-m", mode, "-w", "stop");
  }

  void promote() throws IOException, InterruptedException {
    programs.run("pg_ctl", "-D", data.toString(), "-w", "promote");
  }

  /**
   * Kills all processes of the server as {@code kill -9} does, and returns when they have ended.
   *
   * @return the time of the signals, in ms
   */
  long kill() {
    List<ProcessHandle> all = new ArrayList<>(process().stream().toList());
    all.addAll(all.stream().flatMap(ProcessHandle::children).toList());
    all.forEach(ProcessHandle::destroyForcibly);
    long killed = System.currentTimeMillis();
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, KILL_SECONDS, TimeUnit.SECONDS)
        .join();
    return killed;
  }

  boolean isRunning() {
    return process().isPresent();
  }

  private Optional<ProcessHandle> process() {
    try {
      String id = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
      return ProcessHandle.of(Long.parseLong(id)).filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      // A server deletes the file when it ends.
      return Optional.empty();
    }
  }
}

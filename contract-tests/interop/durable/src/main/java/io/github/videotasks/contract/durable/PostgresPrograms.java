package io.github.videotasks.contract.durable;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The programs of a PostgreSQL installation. PostgreSQL does not run as root, so root runs them in
 * a user namespace, in which it is another user, as the embedded PostgreSQL does.
 *
 * @param folder contains {@code pg_ctl}
 */
record PostgresPrograms(Path folder) {

  static final String WHY_ABSENT =
      "no installation of PostgreSQL with pg_basebackup; install one, such as Debian's postgresql";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final List<String> FOR_STANDBY =
      List.of("pg_ctl", "initdb", "postgres", "pg_basebackup");
  private static final long PATIENCE_SECONDS = 90;

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Returns an installation that can also create a standby, on the path or in Debian's folder. */
  static Optional<PostgresPrograms> find() throws IOException {
    List<Path> folders = new ArrayList<>();
    String path = System.getenv("PATH");
    for (String entry : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path link = Path.of(entry, "pg_ctl");
      if (Files.exists(link)) {
        folders.add(link.toRealPath().resolveSibling("."));
      }
    }
    if (Files.isDirectory(DEBIAN)) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
        versions.forEach(version -> folders.add(version.resolve("bin")));
      }
    }
    return folders.stream()
        .map(folder -> new PostgresPrograms(folder.normalize()))
        .filter(PostgresPrograms::isComplete)
        .findFirst();
  }

  private boolean isComplete() {
    return FOR_STANDBY.stream().allMatch(name -> Files.isExecutable(folder.resolve(name)));
  }

  /** Runs a program to its end. */
  void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
    command.add(folder.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("video-tasks", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "expected to run %s, found: %s"
                .formatted(
                    String.join(" ", command),
                    ended
                        ? Files.readString(output).strip()
                        : "no end within " + PATIENCE_SECONDS + " s"));
      }
    } finally {
      Files.delete(output);
    }
  }
}

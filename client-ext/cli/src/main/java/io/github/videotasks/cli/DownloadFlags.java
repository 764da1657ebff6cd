package io.github.videotasks.cli;

import io.github.videotasks.ext.download.DownloadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a download. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DownloadFlags {
  @Option(
      names = {"-o", "--out"},
      defaultValue = ".",
      paramLabel = "DIR",
      description =
          "The folder for the files (the current one by default). Their names are those of the"
              + " tasks.")
  private Path folder;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "The SHA-256 digest that the video must have.")
  private @Nullable String sha256;

  @Option(
      names = "--timeout",
      defaultValue = "30m",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The longest time for one file (${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--private-networks",
      description = "Allows files on this machine and in private networks.")
  private boolean privateNetworks;

  @Option(
      names = "--plain-http",
      description = "Allows http beyond this machine: a file can be changed in transit.")
  private boolean plainHttp;

  @Option(names = "--proxy", description = "Uses the proxy of the JVM for files.")
  private boolean proxy;

  /**
   * Returns the options of the library.
   *
   * @throws IllegalArgumentException if one is not valid; the message starts with the option
   */
  DownloadOptions options() {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "--out: expected a folder, found none at " + folder + ". Create it first");
    }
    DownloadOptions options = DownloadOptions.defaults().withTimeout(timeout);
    options = privateNetworks ? options.withPrivateNetworks() : options;
    options = plainHttp ? options.withPlainHttp() : options;
    options = proxy ? options.withProxy() : options;
    String digest = sha256;
    if (digest == null) {
      return options;
    }
    try {
      return options.withExpectedSha256(digest);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--sha256: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }
}

package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.observe.ObservationSources;
import io.github.videotasks.spec.observe.ObservedExample;
import io.github.videotasks.spec.observe.ObservedFolder;
import io.github.videotasks.spec.observe.TrafficObservation;
import io.github.videotasks.spec.page.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that compares recorded traffic with the contract. */
@Command(
    name = "observe",
    description = "Compares recorded traffic (HAR, NDJSON) with the contract; prints masked drift.",
    exitCodeList = {
      "0:no drift",
      "1:drift, or a file cannot be read",
      "2:wrong usage, or no record of a known host"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ObserveCommand extends ToolCommand {
  enum ReportFormat {
    text,
    json
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "HAR or NDJSON files, also compressed with gzip.")
  private List<Path> files;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains canonical/ and providers.yaml.")
  private Path folder;

  @Option(
      names = "--as",
      paramLabel = "PROVIDER",
      description =
          "Writes masked examples of the drift to observed/PROVIDER/, as evidence for the"
              + " contract.")
  private @Nullable String provider;

  @Option(
      names = "--host",
      paramLabel = "HOST[:PORT]",
      description = "Also compares the records of this host, such as a proxy of the gateway.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "The form of the report: ${COMPLETION-CANDIDATES}.")
  private ReportFormat format;

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      requireUsage(Files.isRegularFile(file), "expected a file, found none at " + file);
    }
    requireUsage(
        Files.isRegularFile(folder.resolve("canonical/openapi.yaml")),
        "--spec: expected a folder that contains canonical/openapi.yaml, found none at " + folder);
    requireProvider();
    recoverSpecFolder(folder);
    TrafficObservation seen =
        TrafficObservation.of(new ObservationSources(folder, hosts, provider));
    seen.read(files);
    out().print(format == ReportFormat.json ? seen.reportAsJson() : seen.report());
    if (provider != null) {
      write(seen.examples(), provider);
    }
    out().flush();
    if (seen.isWithoutKnownHost()) {
      return ExitCode.USAGE;
    }
    return seen.hasDrift() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void requireProvider() throws IOException {
    if (provider != null) {
      List<String> known = ObservationSources.providers(folder).stream().map(Provider::id).toList();
      requireUsage(
          known.contains(provider),
          "--as: expected a provider of providers.yaml ("
              + String.join(", ", known)
              + "), found another name");
    }
  }

  private void write(List<ObservedExample> examples, String id) throws IOException {
    List<String> written = ObservedFolder.write(folder, id, examples, notices());
    // The report alone is on standard output when it is JSON.
    written.forEach(file -> err().println("Wrote " + file + " (observed, masked)."));
    if (!written.isEmpty()) {
      err().println("Read them, then derive the contract: " + CheckCommand.ACCEPT_COMMAND);
    }
  }
}

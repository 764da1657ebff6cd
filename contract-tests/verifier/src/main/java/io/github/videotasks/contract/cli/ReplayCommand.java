package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.recording.RecordedCases;
import io.github.videotasks.contract.recording.RecordingFolder;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.replay.ReplayFileHost;
import io.github.videotasks.contract.replay.ReplayServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code replay}: serves the vendors' examples until it is interrupted. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = ContractVerifier.JarVersionProvider.class,
    description = {
      "Serves the examples of the vendors' pages on loopback until it is interrupted.",
      "The id in a request is a script of states: id=finished, id=waiting*3,finished or"
          + " id=rate-limited,waiting*2,failed. Each poll of an id advances its task by one step."
          + " Text after a colon makes another task: id=waiting*3,finished:a.",
      "Any bearer token is accepted; without one the response is 401.",
      "POST to /_pact/provider-states sets a provider state, as verifiers of Pact do.",
      "The header Video-Tasks-Origin is 'shown', 'borrowed' (from another page) or 'undocumented'"
          + " (no page shows the response); with --recorded also 'recorded'."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:interrupted", "2:wrong usage, or the port is in use", "70:an error here"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplayCommand implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--provider",
      defaultValue = "all",
      paramLabel = "ID",
      description = "The provider whose examples are served, or all (${DEFAULT-VALUE}).")
  private String provider;

  @Option(
      names = "--port",
      defaultValue = "8765",
      paramLabel = "N",
      description =
          "The port of the first provider (${DEFAULT-VALUE}); each further one has the next port."
              + " 0 for free ports.")
  private int port;

  @Option(
      names = "--recorded",
      paramLabel = "DIR",
      description =
          "A folder of 'verify --record': its responses are served instead of examples. A state is"
              + " then all its responses in their order; a state that was not recorded is an"
              + " unknown task.")
  private @Nullable Path recorded;

  @Option(
      names = "--files",
      description =
          "Replaces the URLs of the vendors' files, which have expired, with URLs of small files"
              + " on loopback, so that a download can be tried.")
  private boolean files;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw usage("--port: expected a port from 0 to %d, found %d".formatted(MAX_PORT, port));
    }
    if (files && recorded != null) {
      throw usage("--files: a recording has no URLs of files; use it without --recorded");
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      ContractCases examples = ContractCases.read(BundledFiles.copyExamplesTo(folder.path()));
      ReplayServers servers =
          recorded == null
              ? start(served(examples), examples.catalogue().providers())
              : startRecorded(RecordedCases.read(new RecordingFolder(recorded), examples));
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "replay-close"));
      spec.commandLine().getOut().println("Stop with Ctrl-C.");
      spec.commandLine().getOut().flush();
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private Function<ContractProvider, List<ContractCase>> served(ContractCases examples)
      throws IOException {
    if (!files) {
      return examples::forProvider;
    }
    ReplayFileHost host = ReplayFileHost.start(); // until the process ends
    return provider -> host.serving(examples.forProvider(provider));
  }

  /** Also prints the command that verifies what was recorded. */
  private ReplayServers startRecorded(RecordedCases cases) {
    ReplayServers servers = start(cases::of, cases.providers());
    PrintWriter out = spec.commandLine().getOut();
    for (ContractProvider each : selected(cases.providers())) {
      out.printf(
          "contract-verifier verify --provider %s --url %s --token-env NAME%s%n",
          each.id(),
          servers.baseUrl(each),
          cases.taskStates(each).stream()
              .map(state -> " --task %s=%s".formatted(state, state))
              .collect(Collectors.joining()));
    }
    return servers;
  }

  private ReplayServers start(
      Function<ContractProvider, List<ContractCase>> cases, List<ContractProvider> all) {
    List<ContractProvider> providers = selected(all);
    ReplayServers servers;
    try {
      servers = ReplayServers.start(cases, providers, port);
    } catch (IllegalStateException e) {
      throw usage("--port: " + e.getMessage() + ". Pass another one, or 0.");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (ContractProvider each : providers) {
      for (Operation operation : each.operations()) {
        out.printf(
            "%s: %s %s%s%n",
            each.id(), operation.method(), servers.baseUrl(each), operation.path());
      }
    }
    return servers;
  }

  private List<ContractProvider> selected(List<ContractProvider> all) {
    List<ContractProvider> found =
        all.stream().filter(each -> provider.equals("all") || each.id().equals(provider)).toList();
    if (found.isEmpty()) {
      throw usage(
          "--provider: expected all or one of %s, found '%s'"
              .formatted(all.stream().map(ContractProvider::id).toList(), provider));
    }
    return found;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.replay.Catalogue;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      "The header Video-Tasks-Origin is 'shown', 'borrowed' (from another page) or 'undocumented'"
          + " (no page shows the response)."
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

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw usage("--port: expected a port from 0 to %d, found %d".formatted(MAX_PORT, port));
    }
    ContractCases cases;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      cases = ContractCases.read(BundledFiles.copyExamplesTo(folder.path()));
      List<ReplayServer> servers = start(cases);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> servers.forEach(ReplayServer::close), "replay-close"));
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private List<ReplayServer> start(ContractCases cases) {
    List<ReplayServer> servers = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    for (ContractProvider each : selected(cases.catalogue())) {
      int next = port == 0 ? 0 : port + servers.size();
      ReplayServer server = start(cases, each, next);
      servers.add(server);
      each.operations()
          .forEach(
              operation ->
                  out.printf(
                      "%s: %s %s%s%n",
                      each.id(), operation.method(), server.baseUrl(), operation.path()));
    }
    out.println("Stop with Ctrl-C.");
    out.flush();
    return servers;
  }

  private ReplayServer start(ContractCases cases, ContractProvider each, int next) {
    try {
      return ReplayServer.startForIds(cases.forProvider(each), next);
    } catch (RuntimeException e) {
      // WireMock reports a port in use as an exception of its own.
      throw usage(
          "--port: expected the free port %d for %s, cannot listen there: %s. Pass another one, or 0."
              .formatted(next, each.id(), e.getMessage()));
    }
  }

  private List<ContractProvider> selected(Catalogue catalogue) {
    List<ContractProvider> found =
        catalogue.providers().stream()
            .filter(each -> provider.equals("all") || each.id().equals(provider))
            .toList();
    if (found.isEmpty()) {
      throw usage(
          "--provider: expected all or one of %s, found '%s'"
              .formatted(
                  catalogue.providers().stream().map(ContractProvider::id).toList(), provider));
    }
    return found;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

package io.github.videotasks.contract.demo;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServers;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Prints the pages, findings and operations of the contract, then polls one task of each provider
 * until it is finished, on the replay servers that the command {@code contract-verifier replay}
 * starts. Needs a checkout of the repository, but no network.
 */
public final class ReplayDemo {

  private ReplayDemo() {}

  /**
   * Runs the demo.
   *
   * @param args not used
   * @throws IllegalStateException if the contract cannot be derived or a task has an unexpected
   *     result
   */
  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    run(RepositoryLayout.find(), out);
  }

  static void run(RepositoryLayout checkout, PrintWriter out) {
    out.println();
    int exit = SpecTool.run(out, out, "summary", "--spec", checkout.spec().toString());
    if (exit != 0) {
      throw new IllegalStateException(
          "expected exit code 0 when deriving the contract, found "
              + exit
              + "; see the messages above");
    }
    ContractCases cases = ContractCases.read(checkout);
    out.printf("%nReplay servers, as 'contract-verifier replay --port 0' starts them:%n");
    try (ReplayServers gateways = ReplayServers.startAll(cases)) {
      for (ContractProvider provider : cases.catalogue().providers()) {
        List<ContractCase> rows = cases.forProvider(provider);
        URI gateway = gateways.baseUrl(provider);
        provider
            .operations()
            .forEach(operation -> new DemoTask(provider, operation, rows, gateway).run(out));
      }
    }
  }
}

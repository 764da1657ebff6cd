package io.github.videotasks.contract.demo;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Prints the pages, findings and operations of the contract, then follows one task of each provider
 * to its end on an embedded replay of that provider's page. Needs a checkout and no network.
 */
public final class ReplayDemo {

  private ReplayDemo() {}

  /** Runs without arguments; throws when the contract or a task does not come out as it should. */
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
          "The contract cannot be derived; the lines above say where. Exit code " + exit);
    }
    ContractCases situations = ContractCases.read(checkout);
    for (ContractProvider provider : situations.catalogue().providers()) {
      provider
          .operations()
          .forEach(
              operation ->
                  new DemoTask(provider, operation, situations.forProvider(provider)).run(out));
    }
  }
}

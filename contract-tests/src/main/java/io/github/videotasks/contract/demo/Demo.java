package io.github.videotasks.contract.demo;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Prints the pages, findings and operations of the contract, then follows one task of each provider
 * to its end on an embedded replay of that provider's page. Needs a checkout and no network.
 */
public final class Demo {

  private Demo() {}

  /** Runs without arguments; throws when the contract or a task does not come out as it should. */
  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    run(Checkout.find(), out);
  }

  static void run(Checkout checkout, PrintWriter out) {
    out.println();
    int exit = SpecTool.run(out, out, "summary", "--spec", checkout.spec().toString());
    if (exit != 0) {
      throw new IllegalStateException(
          "The contract cannot be derived; the lines above say where. Exit code " + exit);
    }
    Situations situations = Situations.read(checkout);
    for (Provider provider : situations.catalogue().providers()) {
      provider
          .operations()
          .forEach(
              operation ->
                  new FollowedTask(provider, operation, situations.of(provider)).follow(out));
    }
  }
}

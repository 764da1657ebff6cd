package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.Derived;
import io.github.videotasks.spec.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Derives and prints the table of pages, findings and operations. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Derives the contract and prints a table of pages, findings and operations.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SummaryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that holds pages/, corrections/ and providers.yaml.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Derived derived = Derivation.derive(Sources.of(folder));
    spec.commandLine().getOut().print(SummaryTable.of(derived));
    spec.commandLine().getOut().flush();
    return derived.refusals().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}

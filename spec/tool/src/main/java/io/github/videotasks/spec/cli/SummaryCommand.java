package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command that derives and prints the table of pages, findings and operations. */
@Command(
    name = "summary",
    description = "Derives the contract and prints a table of pages, findings and operations.",
    exitCodeList = {"0:all merged", "1:something refused", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SummaryCommand extends ToolCommand {
  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/ and providers.yaml.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    requireSpecFolder(folder);
    recoverSpecFolder(folder);
    DerivationResult derived = Derivation.derive(SourcePaths.of(folder), progress());
    boolean refused = printRejections(derived);
    out().print(SummaryTable.of(derived));
    out().flush();
    return refused ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}

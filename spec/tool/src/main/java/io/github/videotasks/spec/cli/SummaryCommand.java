package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The command that derives and prints the table of pages, findings and operations. */
@Command(
    name = "summary",
    description = "Derives the contract and prints a table of pages, findings and operations.",
    exitCodeList = {"0:all merged", "1:something refused", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SummaryCommand extends ToolCommand {
  @Mixin private SpecFolderOption source;

  @Override
  public Integer call() throws IOException {
    DerivationResult derived = derive(source.folder());
    boolean refused = printRejections(derived);
    out().print(SummaryTable.of(derived));
    out().flush();
    return refused ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}

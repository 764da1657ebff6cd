package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.Derived;
import io.github.videotasks.spec.Sources;
import io.github.videotasks.spec.drift.OutputFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Merges a folder of pages; what is refused does not stop the rest. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Merges a folder of pages into one contract with findings.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all merged", "1:some document refused, all others merged", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--pages",
      required = true,
      paramLabel = "DIR",
      description = "The folder of pages.")
  private Path pages;

  @Option(
      names = "--providers",
      paramLabel = "FILE",
      description =
          "Which page is whose; a page without an entry is a provider named after its file.")
  private @Nullable Path providers;

  @Option(names = "--corrections", paramLabel = "DIR", description = "The folder of Overlay files.")
  private @Nullable Path corrections;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    require(Files.isDirectory(pages), "--pages: expected a folder, found none at " + pages);
    require(
        providers == null || Files.isRegularFile(providers),
        "--providers: expected a file, found none at " + providers);
    require(
        corrections == null || Files.isDirectory(corrections),
        "--corrections: expected a folder, found none at " + corrections);
    Derived derived = Derivation.derive(new Sources(pages, providers, corrections));
    new OutputFolder(out).replace(derived.files());
    PrintWriter err = spec.commandLine().getErr();
    derived.refusals().forEach(finding -> err.println(finding));
    spec.commandLine().getOut().print(SummaryTable.of(derived));
    spec.commandLine().getOut().flush();
    return derived.refusals().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void require(boolean fine, String message) {
    if (!fine) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}

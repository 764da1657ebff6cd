package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.ProgressListener;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command that merges a folder of pages. A refused document does not stop the others. */
@Command(
    name = "merge",
    description = "Merges a folder of pages into one contract with findings.",
    exitCodeList = {"0:all merged", "1:a document refused, all others merged", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MergeCommand extends ToolCommand {
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
          "The file that maps pages to providers; a page without an entry is a provider named after"
              + " its file.")
  private @Nullable Path providers;

  @Option(names = "--corrections", paramLabel = "DIR", description = "The folder of Overlay files.")
  private @Nullable Path corrections;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out;

  @Option(
      names = "--timings",
      hidden = true,
      description = "Prints the time of each step to standard error.")
  private boolean timings;

  @Override
  public Integer call() throws IOException {
    requireFolder("--pages", pages);
    requireUsage(
        providers == null || Files.isRegularFile(providers),
        "--providers: expected a file, found none at " + providers);
    requireFolder("--corrections", corrections);
    recoverSpecFolder(pages.toAbsolutePath().getParent());
    ProgressListener progress = timings ? new StepTimer(progress(), err()) : progress();
    DerivationResult derived =
        Derivation.derive(new SourcePaths(pages, providers, corrections), progress);
    progress.onStep("files");
    new OutputFolder(out, notices()).replace(derived.files());
    progress.onStep("summary");
    boolean refused = printRejections(derived);
    out().print(SummaryTable.of(derived));
    out().flush();
    progress.onStep("end");
    return refused ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}

package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.drift.OutputFolder;
import io.github.videotasks.spec.drift.VersionCheck;
import io.github.videotasks.spec.write.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command that the build runs: derives in memory and compares with the committed files. */
@Command(
    name = "check",
    description = "Derives the contract and compares it with the committed one; strict.",
    exitCodeList = {
      "0:up to date, or accepted",
      "1:drifted or refused; nothing written",
      "2:wrong usage"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand extends ToolCommand {
  static final String ACCEPT_COMMAND = "mvn -pl spec/tool process-classes -Dspec.accept";

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/, providers.yaml and canonical/.")
  private Path folder;

  @Option(
      names = "--accept",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Writes the derived files instead of comparing.")
  private boolean accept;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "Also writes the contract there, as video-tasks.yaml and video-tasks/.")
  private @Nullable Path export;

  @Override
  public Integer call() throws IOException {
    requireSpecFolder(folder);
    DerivationResult derived = Derivation.derive(SourcePaths.of(folder), progress());
    if (printRejections(derived)) {
      err().println("Nothing was written.");
      return ExitCode.SOFTWARE;
    }
    OutputFolder canonical = new OutputFolder(folder.resolve("canonical"));
    List<Change> changes = new DriftDetector(canonical).detect(derived);
    byte[] contract = Objects.requireNonNull(derived.files().get("openapi.yaml"));
    String unversioned = new VersionCheck(folder).findProblem(contract);
    if (accept) {
      canonical.replace(derived.files());
      out().println("Accepted " + changes.size() + " changes.");
      if (unversioned != null) {
        out().println("Not complete yet. " + unversioned);
      }
    } else if (!changes.isEmpty()) {
      err().println("The derived contract differs from the committed one:");
      changes.forEach(change -> err().println("  " + change));
      err().println("To accept: " + ACCEPT_COMMAND);
      return ExitCode.SOFTWARE;
    } else if (unversioned != null) {
      err().println(unversioned);
      return ExitCode.SOFTWARE;
    }
    if (export != null) {
      SortedMap<String, byte[]> files = new TreeMap<>(derived.files());
      files.put(Sha256Sums.FILE_NAME, Sha256Sums.of(files));
      new OutputFolder(export.resolve("video-tasks")).replace(files);
      Files.write(export.resolve("video-tasks.yaml"), contract);
    }
    return ExitCode.OK;
  }
}

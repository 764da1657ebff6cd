package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.ProgressListener;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.output.FileTransaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Base class of all commands: help, the two output streams, progress, and usage errors. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = SpecTool.ToolVersionProvider.class,
    exitCodeListHeading = "%nExit codes:%n")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class ToolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SpecTool tool;

  /** Returns the writer for results. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Returns the writer for errors. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final ProgressListener progress() {
    return tool.progress();
  }

  /**
   * Derives the contract from a folder.
   *
   * @throws ParameterException when it is not a spec folder
   */
  final DerivationResult derive(Path folder) throws IOException {
    requireSpecFolder(folder);
    recoverSpecFolder(folder);
    return Derivation.derive(SourcePaths.of(folder), progress());
  }

  /** Prints the findings that refused something, and returns whether there are any. */
  final boolean printRejections(DerivationResult derived) {
    FindingGroup.of(derived.rejections()).forEach(group -> err().println(group));
    return !derived.rejections().isEmpty();
  }

  /** Returns the receiver of lines about interrupted changes that were completed or undone. */
  final Consumer<String> notices() {
    return line -> err().println(line);
  }

  /** Completes or undoes an interrupted import, so that its pages are not read half. */
  final void recoverSpecFolder(@Nullable Path folder) throws IOException {
    if (folder != null) {
      FileTransaction.recover(folder, notices());
    }
  }

  /** Throws a usage error with the message unless the condition is true. */
  final void requireUsage(boolean valid, String message) {
    if (!valid) {
      throw usageError(message);
    }
  }

  final ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final void requireSpecFolder(Path folder) {
    requireUsage(
        Files.isDirectory(folder.resolve("pages")),
        "--spec: expected a folder that contains pages/, found none at " + folder);
  }

  final void requireFolder(String option, @Nullable Path folder) {
    requireUsage(
        folder == null || Files.isDirectory(folder),
        option + ": expected a folder, found none at " + folder);
  }
}

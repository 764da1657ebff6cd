package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.ProgressListener;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands have in common: help, the two streams, progress, and how usage is refused. */
@Command(mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class ToolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SpecTool tool;

  /** Gives where results go. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Gives where errors go. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final ProgressListener progress() {
    return tool.progress();
  }

  /** Prints what was refused, and tells whether anything was. */
  final boolean printRejections(DerivationResult derived) {
    derived.rejections().forEach(finding -> err().println(finding));
    return !derived.rejections().isEmpty();
  }

  /** Ends the command as wrong usage, with a message and the usage, unless all is fine. */
  final void requireUsage(boolean fine, String message) {
    if (!fine) {
      throw usageError(message);
    }
  }

  final ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final void requireSpecFolder(Path folder) {
    requireUsage(
        Files.isDirectory(folder.resolve("pages")),
        "--spec: expected a folder that holds pages/, found none at " + folder);
  }

  final void requireFolder(String option, @Nullable Path folder) {
    requireUsage(
        folder == null || Files.isDirectory(folder),
        option + ": expected a folder, found none at " + folder);
  }
}

package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.ProgressListener;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The spec tool: {@code java -jar spec-tool.jar COMMAND}. */
@Command(
    name = "spec-tool",
    mixinStandardHelpOptions = true,
    description = "Derives one OpenAPI contract from vendors' pages.",
    subcommands = {
      MergeCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      ImportCommand.class,
      SummaryCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:something was refused, has drifted or breaks", "2:wrong usage"})
public final class SpecTool {
  private final ProgressListener progress;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Shows where in the tool an unexpected error happened.")
  private boolean stacktrace;

  private SpecTool(ProgressListener progress) {
    this.progress = progress;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter err = utf8Writer(System.err);
    ProgressListener progress =
        TerminalProgress.isInteractive()
            ? new TerminalProgress(err, System::nanoTime)
            : ProgressListener.NONE;
    System.exit(run(utf8Writer(System.out), err, progress, args));
  }

  /** Findings quote pages in any script, whatever the terminal's default is. */
  static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /**
   * Runs a command without telling of its progress.
   *
   * @param out takes the results
   * @param err takes errors
   * @return the exit code: 0 done, 1 refused, drifted or breaking, 2 wrong usage
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, ProgressListener.NONE, args);
  }

  static int run(PrintWriter out, PrintWriter err, ProgressListener progress, String... args) {
    SpecTool tool = new SpecTool(progress);
    return new CommandLine(tool)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> ErrorPrinter.print(e, err, tool.stacktrace))
        .execute(args);
  }

  ProgressListener progress() {
    return progress;
  }
}

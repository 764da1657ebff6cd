package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Progress;
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
  private final Progress progress;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Shows where in the tool an unexpected error happened.")
  private boolean stacktrace;

  private SpecTool(Progress progress) {
    this.progress = progress;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter err = utf8(System.err);
    Progress progress =
        TerminalProgress.attached() ? new TerminalProgress(err, System::nanoTime) : Progress.NONE;
    System.exit(run(utf8(System.out), err, progress, args));
  }

  /** Findings quote pages in any script, whatever the terminal's default is. */
  static PrintWriter utf8(PrintStream stream) {
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
    return run(out, err, Progress.NONE, args);
  }

  static int run(PrintWriter out, PrintWriter err, Progress progress, String... args) {
    SpecTool tool = new SpecTool(progress);
    return new CommandLine(tool)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> Failure.print(e, err, tool.stacktrace))
        .execute(args);
  }

  Progress progress() {
    return progress;
  }
}

package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.finding.RefusedException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

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
  private SpecTool() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(utf8(System.out), utf8(System.err), args));
  }

  /** Findings quote pages in any script, whatever the terminal's default is. */
  static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /**
   * Runs a command.
   *
   * @param out takes the results
   * @param err takes errors and progress
   * @return the exit code: 0 done, 1 refused, drifted or breaking, 2 wrong usage
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new SpecTool())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command))
        .execute(args);
  }

  private static int failed(Exception e, CommandLine command) throws Exception {
    if (e instanceof RefusedException || e instanceof IOException) {
      command
          .getErr()
          .println(e instanceof RefusedException ? e.getMessage() : "cannot read or write: " + e);
      return ExitCode.SOFTWARE;
    }
    throw e;
  }
}

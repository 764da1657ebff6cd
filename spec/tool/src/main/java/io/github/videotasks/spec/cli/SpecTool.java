package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.ProgressListener;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point of the command line: {@code java -jar spec-tool.jar COMMAND}. */
@Command(
    name = "spec-tool",
    mixinStandardHelpOptions = true,
    versionProvider = SpecTool.ToolVersionProvider.class,
    description = "Derives one OpenAPI contract from vendors' pages.",
    subcommands = {
      MergeCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      CorrectCommand.class,
      FindingsCommand.class,
      ImportCommand.class,
      ObserveCommand.class,
      WatchCommand.class,
      SummaryCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something was refused, has drifted or breaks",
      "2:wrong usage",
      "3:a host does not respond",
      "70:an error in the tool itself, or not enough memory"
    })
public final class SpecTool {
  static final int EXIT_UNRESPONSIVE_HOST = 3;

  /** The code for an internal error in sysexits.h. */
  static final int EXIT_INTERNAL_ERROR = 70;

  private final ProgressListener progress;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Prints the stack trace of an unexpected error.")
  private boolean stacktrace;

  private SpecTool(ProgressListener progress) {
    this.progress = progress;
  }

  /** Prints the version of the jar that contains this class; {@code unpacked} outside a jar. */
  static final class ToolVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SpecTool.class.getPackage().getImplementationVersion();
      return new String[] {"spec-tool " + (version == null ? "unpacked" : version)};
    }
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    PrintWriter err = utf8Writer(System.err);
    ProgressListener progress =
        TerminalProgress.isInteractive()
            ? new TerminalProgress(err, System::nanoTime)
            : ProgressListener.NONE;
    System.exit(run(utf8Writer(System.out), err, progress, args));
  }

  /** UTF-8 independent of the terminal's default, because findings quote pages in any script. */
  static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /**
   * Runs a command without reporting progress.
   *
   * @param out the writer for results
   * @param err the writer for errors
   * @param args the command and its options
   * @return the exit code: 0 done, 1 refused, drifted or breaking, 2 wrong usage, 3 a host does not
   *     respond, 70 an error in the tool itself
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, ProgressListener.NONE, args);
  }

  static int run(PrintWriter out, PrintWriter err, ProgressListener progress, String... args) {
    SpecTool tool = new SpecTool(progress);
    CommandLine command =
        new CommandLine(tool)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(
                (e, failed, parsed) -> ErrorPrinter.print(e, err, tool.stacktrace));
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      err.println(
          "spec-tool: expected enough memory for the input, found too little. Pass a higher limit"
              + " before -jar, such as -Xmx2g, or smaller pages.");
      return EXIT_INTERNAL_ERROR;
    }
  }

  ProgressListener progress() {
    return progress;
  }
}

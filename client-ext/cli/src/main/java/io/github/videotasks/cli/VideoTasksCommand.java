package io.github.videotasks.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of the command line: {@code video-tasks COMMAND}. */
@Command(
    name = "video-tasks",
    mixinStandardHelpOptions = true,
    versionProvider = VideoTasksCommand.CliVersionProvider.class,
    description = "Queries tasks of a video gateway, waits for them and downloads their files.",
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  VIDEO_TASKS_API_KEY  the API key; --key-env names another variable",
      "  VIDEO_TASKS_GATEWAY  the gateway, if --gateway is not given",
      "  NO_COLOR             turns colours off"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; the task has not failed",
      "1:the task has failed, or the gateway rejected the request",
      "2:wrong usage",
      "3:the gateway or file host is unreachable, or cannot serve the request now",
      "4:the wait timed out",
      "70:an error in this program",
      "130:interrupted"
    })
public final class VideoTasksCommand {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Prints the stack trace of an error.")
  private boolean stacktrace;

  private VideoTasksCommand() {}

  /** Prints the version of the jar that contains this class. */
  static final class CliVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"video-tasks " + version()};
    }
  }

  /** Returns the version of the jar; {@code unpacked} outside a jar. */
  static String version() {
    String version = VideoTasksCommand.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }

  /**
   * Runs a command and ends the process with its exit code. Ctrl-C interrupts the command, which
   * stores the state of its waits; the JVM then ends with the code 130.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    Interruption interruption = Interruption.install(Thread.currentThread());
    int code = run(System.out, System.err, args);
    interruption.commandEnded();
    System.exit(code);
  }

  /**
   * Runs a command in this process; Ctrl-C ends the process.
   *
   * @param out receives results, in UTF-8
   * @param err receives errors and progress, in UTF-8
   * @param args the command and its options
   * @return the exit code, as listed by {@code --help}
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    return run(CliContext.ofProcess(out, err), args);
  }

  /**
   * Runs a command.
   *
   * @param context what the command needs of the process
   * @param args the command and its options
   * @return the exit code, as listed by {@code --help}
   */
  static int run(CliContext context, String... args) {
    VideoTasksCommand command = new VideoTasksCommand();
    CommandLine line =
        new CommandLine(command)
            .addSubcommand(new GetCommand(context))
            .addSubcommand(new AwaitCommand(context))
            .addSubcommand(new WatchTasksCommand(context))
            .addSubcommand(new DownloadCommand(context))
            .addSubcommand(new FetchCommand(context))
            .addSubcommand(new RecordCommand(context))
            .addSubcommand(new AutoComplete.GenerateCompletion())
            .setOut(context.out())
            .setErr(context.err())
            .setParameterExceptionHandler((e, parsed) -> printUsageError(e, context))
            .setExecutionExceptionHandler((e, failed, parsed) -> command.printError(e, context));
    try {
      return line.execute(args);
    } catch (Error e) {
      // picocli handles exceptions only.
      return command.printError(e, context);
    }
  }

  private int printError(Throwable e, CliContext context) {
    context.display().clear();
    context.err().println(ExitStatus.messageWithGuide(e));
    if (stacktrace) {
      e.printStackTrace(context.err());
    }
    return ExitStatus.of(e);
  }

  private static int printUsageError(ParameterException e, CliContext context) {
    String message = String.valueOf(e.getMessage());
    List<String> similar = List.of();
    if (e instanceof UnmatchedArgumentException unmatched) {
      message = describe(unmatched.getUnmatched());
      similar = unmatched.getSuggestions();
    }
    context
        .err()
        .printf(
            "%s%s. See: %s --help%n",
            ExitStatus.oneLine(OptionNames.inMessage(message)),
            similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar),
            e.getCommandLine().getCommandSpec().qualifiedName());
    return ExitStatus.USAGE;
  }

  /** Returns the unknown options without their values, one of which may be a key. */
  private static String describe(List<String> unmatched) {
    String options =
        unmatched.stream()
            .filter(each -> each.startsWith("-"))
            .map(each -> "'" + each.replaceFirst("=.*", "") + "'")
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? "Unexpected argument" : "Unknown option " + options;
  }
}
